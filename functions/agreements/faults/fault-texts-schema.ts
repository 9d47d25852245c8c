import type { Text } from '#schemas/text.ts'

/** What can be wrong with a part of a file by itself. */
export const schemaTexts = {
  'unknown-property': {
    reason: { sv: 'Namnet ingår inte i språket här.', en: 'The name is not in the language here.' },
    suggestion: { sv: '{hint}', en: '{hint}' },
  },
  'missing-property': {
    reason: { sv: 'Här saknas {name}.', en: '{name} is missing here.' },
    suggestion: { sv: 'Lägg till {name}.', en: 'Add {name}.' },
  },
  'no-value': {
    reason: { sv: 'Namnet har inget värde.', en: 'The name has no value.' },
    suggestion: { sv: 'Skriv {expected}.', en: 'Write {expected}.' },
  },
  'not-quoted': {
    reason: {
      sv: 'Värdet står utan citattecken, så att YAML kan läsa det som ett annat.',
      en: 'The value is not quoted, so that YAML may read it as another.',
    },
    suggestion: {
      sv: 'Skriv det inom citattecken: koder, etapper, versioner och decimaltal är text.',
      en: 'Write it in quotes: codes, stages, versions and decimals are text.',
    },
  },
  'wrong-type': {
    reason: { sv: 'Värdet är av fel slag.', en: 'The value is of the wrong kind.' },
    suggestion: { sv: 'Skriv {expected}.', en: 'Write {expected}.' },
  },
  'not-one-of': {
    reason: { sv: 'Värdet är inget av de tillåtna orden.', en: 'The value is none of the allowed words.' },
    suggestion: { sv: '{hint}', en: '{hint}' },
  },
  'no-form-fits': {
    reason: {
      sv: 'Värdet har ingen av de former som delen kan ha.',
      en: 'The value has none of the forms that the part can have.',
    },
    suggestion: {
      sv: 'Jämför med en av de publicerade regelfilerna.',
      en: 'Compare it with one of the published rule files.',
    },
  },
  'decimal-comma': {
    reason: { sv: 'Decimaltalet har komma.', en: 'The decimal number has a comma.' },
    suggestion: { sv: 'Skriv punkt, inom citattecken.', en: 'Write a point, in quotes.' },
  },
  'not-a-decimal': {
    reason: { sv: 'Värdet är inte ett decimaltal.', en: 'The value is not a decimal number.' },
    suggestion: {
      sv: 'Skriv siffror med punkt, inom citattecken, som "1.3".',
      en: 'Write digits with a point, in quotes, such as "1.3".',
    },
  },
  'not-an-amount': {
    reason: { sv: 'Värdet har inte två decimaler.', en: 'The value does not have two decimals.' },
    suggestion: {
      sv: 'Skriv kronor och ören eller dagar med två decimaler, inom citattecken, som "8200.00".',
      en: 'Write kronor and öre or days with two decimals, in quotes, such as "8200.00".',
    },
  },
  'not-a-date': {
    reason: { sv: 'Värdet är inte ett datum som finns.', en: 'The value is not a date that exists.' },
    suggestion: { sv: 'Skriv år-månad-dag, som 2020-01-31.', en: 'Write year-month-day, such as 2020-01-31.' },
  },
  'not-a-month': {
    reason: { sv: 'Värdet är inte en månad.', en: 'The value is not a month.' },
    suggestion: {
      sv: 'Skriv år-månad inom citattecken, som "2020-03".',
      en: 'Write year-month in quotes, such as "2020-03".',
    },
  },
  'not-a-clock-time': {
    reason: { sv: 'Värdet är inte ett klockslag.', en: 'The value is not a time of day.' },
    suggestion: {
      sv: 'Skriv timmar:minuter inom citattecken, som "12:00".',
      en: 'Write hours:minutes in quotes, such as "12:00".',
    },
  },
  'not-a-local-time': {
    reason: { sv: 'Värdet är inte ett datum med klockslag.', en: 'The value is not a date with a time of day.' },
    suggestion: {
      sv: 'Skriv som "2020-03-04 09:00", inom citattecken.',
      en: 'Write it as "2020-03-04 09:00", in quotes.',
    },
  },
  'not-a-name': {
    reason: { sv: 'Namnet har inte rätt form.', en: 'The name does not have the right form.' },
    suggestion: {
      sv: 'Skriv små bokstäver a–z och siffror, med bindestreck mellan ord.',
      en: 'Write lower-case letters a–z and digits, with hyphens between words.',
    },
  },
  'not-a-citation': {
    reason: { sv: 'Hänvisningen har inte rätt form.', en: 'The citation does not have the right form.' },
    suggestion: {
      sv: 'Skriv källans id, # och paragrafens nyckel, som act#5-3.',
      en: 'Write the id of the source, # and the key of the paragraph, such as act#5-3.',
    },
  },
  'not-a-stage': {
    reason: { sv: 'Etappen är inte ett heltal från 1.', en: 'The stage is not a whole number from 1.' },
    suggestion: { sv: 'Skriv den inom citattecken, som "1".', en: 'Write it in quotes, such as "1".' },
  },
  'not-a-model-parameter': {
    reason: {
      sv: 'Namnet pekar inte ut en parameter i modellen.',
      en: 'The name does not point at a parameter of the model.',
    },
    suggestion: { sv: 'Börja med model, som model.charge.', en: 'Begin with model, such as model.charge.' },
  },
  'wrong-form': {
    reason: { sv: 'Värdet har fel form.', en: 'The value has the wrong form.' },
    suggestion: {
      sv: 'Jämför med en av de publicerade regelfilerna.',
      en: 'Compare it with one of the published rule files.',
    },
  },
  'not-a-whole-number': {
    reason: { sv: 'Talet är inte ett heltal.', en: 'The number is not a whole number.' },
    suggestion: { sv: 'Skriv ett heltal.', en: 'Write a whole number.' },
  },
  'too-small': {
    reason: { sv: 'Talet är för litet.', en: 'The number is too small.' },
    suggestion: { sv: 'Skriv minst {bound}.', en: 'Write at least {bound}.' },
  },
  'too-large': {
    reason: { sv: 'Talet är för stort.', en: 'The number is too large.' },
    suggestion: { sv: 'Skriv högst {bound}.', en: 'Write at most {bound}.' },
  },
  'too-few': {
    reason: { sv: 'Listan är för kort.', en: 'The list is too short.' },
    suggestion: { sv: 'Skriv minst {bound}.', en: 'Write at least {bound}.' },
  },
  'too-many': {
    reason: { sv: 'Listan är för lång.', en: 'The list is too long.' },
    suggestion: { sv: 'Skriv högst {bound}.', en: 'Write at most {bound}.' },
  },
  'empty-text': {
    reason: { sv: 'Texten är tom.', en: 'The text is empty.' },
    suggestion: { sv: 'Skriv texten.', en: 'Write the text.' },
  },
  'not-allowed': {
    reason: { sv: 'Värdet är inte tillåtet här.', en: 'The value is not allowed here.' },
    suggestion: {
      sv: 'Jämför med en av de publicerade regelfilerna.',
      en: 'Compare it with one of the published rule files.',
    },
  },
  'unknown-county': {
    reason: { sv: 'Länskoden finns inte.', en: 'There is no such county code.' },
    suggestion: {
      sv: 'Skriv SCB:s länskod, två siffror inom citattecken.',
      en: 'Write SCB’s county code, two digits in quotes.',
    },
  },
  'unknown-municipality': {
    reason: { sv: 'Kommunkoden finns inte.', en: 'There is no such municipality code.' },
    suggestion: {
      sv: 'Skriv SCB:s kommunkod, fyra siffror inom citattecken.',
      en: 'Write SCB’s municipality code, four digits in quotes.',
    },
  },
  'unknown-district': {
    reason: { sv: 'Stadsdelsområdet finns inte.', en: 'There is no such district.' },
    suggestion: {
      sv: 'Skriv ett av Stockholms stadsdelsområden, som 0180-farsta.',
      en: 'Write one of the districts of Stockholm, such as 0180-farsta.',
    },
  },
  'condition-is-all-any-or-one-comparison': {
    reason: {
      sv: 'Ett villkor är antingen all, any eller en jämförelse.',
      en: 'A condition is either all, any or one comparison.',
    },
    suggestion: {
      sv: 'Skriv all eller any med en lista, eller fact, operator och value.',
      en: 'Write all or any with a list, or fact, operator and value.',
    },
  },
  'operator-does-not-fit-fact': {
    reason: { sv: 'Operatorn kan inte användas på denna uppgift.', en: 'The operator cannot be used on this fact.' },
    suggestion: { sv: '{hint}', en: '{hint}' },
  },
  'value-does-not-fit-fact': {
    reason: { sv: 'Värdet kan inte jämföras med denna uppgift.', en: 'The value cannot be compared with this fact.' },
    suggestion: { sv: '{hint}', en: '{hint}' },
  },
} as const satisfies Record<string, { readonly reason: Text; readonly suggestion: Text }>
