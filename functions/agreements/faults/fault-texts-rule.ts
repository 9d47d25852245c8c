import type { Text } from '#schemas/text.ts'

/** What can be wrong with a rule file when its parts are held against each other, the Act and the calendar. */
export const ruleTexts = {
  'dangling-citation': {
    reason: {
      sv: 'Hänvisningen pekar på en paragraf som filen inte citerar.',
      en: 'The citation points at a paragraph that the file does not quote.',
    },
    suggestion: {
      sv: 'Citera paragrafen under sources, eller rätta hänvisningen.',
      en: 'Quote the paragraph under sources, or mend the citation.',
    },
  },
  'uncited-parameter': {
    reason: {
      sv: '{parameter} saknar den paragraf som det kommer ur.',
      en: '{parameter} lacks the paragraph that it comes from.',
    },
    suggestion: { sv: 'Lägg till {parameter} under cites.', en: 'Add {parameter} under cites.' },
  },
  'county-without-parties': {
    reason: {
      sv: 'Län och parter hör ihop; lagen har ingetdera.',
      en: 'A county and its parties go together; the Act has neither.',
    },
    suggestion: { sv: 'Ange båda, county och parties.', en: 'Give both, county and parties.' },
  },
  'parties-of-another-region': {
    reason: { sv: 'Regionen bland parterna är inte länets.', en: 'The region among the parties is not the county’s.' },
    suggestion: { sv: 'Skriv samma kod som i county.', en: 'Write the same code as in county.' },
  },
  'municipality-of-another-county': {
    reason: { sv: 'Kommunen ligger inte i länet.', en: 'The municipality does not lie in the county.' },
    suggestion: { sv: 'Ta bort kommunen.', en: 'Take the municipality away.' },
  },
  'municipality-doubled': {
    reason: { sv: 'Kommunen står två gånger.', en: 'The municipality stands twice.' },
    suggestion: { sv: 'Ta bort den ena.', en: 'Take one of them away.' },
  },
  'more-signatories-than-parties': {
    reason: {
      sv: 'Fler kommuner ska skriva under än de {parties} som är parter.',
      en: 'More municipalities are to sign than the {parties} that are parties.',
    },
    suggestion: { sv: 'Skriv högst {parties}.', en: 'Write at most {parties}.' },
  },
  'district-outside-stockholm': {
    reason: {
      sv: 'Stadsdelar finns bara i Stockholms stad, och kan bara vara enhet i län 01.',
      en: 'Only the city of Stockholm has districts, which can be the unit in county 01 alone.',
    },
    suggestion: { sv: 'Skriv municipality.', en: 'Write municipality.' },
  },
  'ends-before-start': {
    reason: { sv: 'Sista dagen ligger före den första.', en: 'The last day is before the first.' },
    suggestion: { sv: 'Rätta den ena av dem.', en: 'Mend one of them.' },
  },
  'starts-before-act': {
    reason: {
      sv: 'Regeln börjar före 2018-01-01, då en äldre lag gällde.',
      en: 'The rule begins before 2018-01-01, when an older Act applied.',
    },
    suggestion: { sv: 'Skriv 2018-01-01 eller senare.', en: 'Write 2018-01-01 or later.' },
  },
  'never-in-force': {
    reason: {
      sv: 'Etappen slutar med den händelse som den börjar med, och gäller aldrig.',
      en: 'The stage ends with the event that it begins with, and is never in force.',
    },
    suggestion: {
      sv: 'Ge slutet en annan händelse eller ett senare datum.',
      en: 'Give the end another event or a later date.',
    },
  },
  'billing-out-of-order': {
    reason: {
      sv: 'Faktureringens datum kommer inte i tidsordning.',
      en: 'The dates of the billing are not in the order of time.',
    },
    suggestion: { sv: 'Ordna listan från äldst till nyast.', en: 'Order the list from the oldest to the newest.' },
  },
  'level-implausible': {
    reason: { sv: 'Nivån är mer än {most} dagar.', en: 'The level is more than {most} days.' },
    suggestion: { sv: 'Skriv nivån i dagar, som "2.0".', en: 'Write the level in days, such as "2.0".' },
  },
  'amount-implausible': {
    reason: {
      sv: 'Beloppet är mer än {most} kronor per vårddygn.',
      en: 'The amount is more than {most} kronor per care day.',
    },
    suggestion: { sv: 'Skriv kronor, inte ören, som "4277.00".', en: 'Write kronor, not öre, such as "4277.00".' },
  },
  'amount-finer-than-ore': {
    reason: { sv: 'Beloppet är finare än ett öre.', en: 'The amount is finer than one öre.' },
    suggestion: { sv: 'Skriv två decimaler.', en: 'Write two decimals.' },
  },
  'name-doubled': {
    reason: {
      sv: 'Namnet är redan ett annat påståendes eller en annan källas.',
      en: 'The name is already that of another statement or source.',
    },
    suggestion: { sv: 'Ge det ett eget namn.', en: 'Give it a name of its own.' },
  },
  'question-doubled': {
    reason: { sv: 'En annan öppen fråga har samma namn.', en: 'Another open question has the same name.' },
    suggestion: { sv: 'Ge frågan ett eget namn.', en: 'Give the question a name of its own.' },
  },
  'reading-doubled': {
    reason: {
      sv: 'En annan läsning av frågan har samma namn.',
      en: 'Another reading of the question has the same name.',
    },
    suggestion: { sv: 'Ge läsningen ett eget namn.', en: 'Give the reading a name of its own.' },
  },
  'reading-is-shipped': {
    reason: {
      sv: 'Läsningen har samma namn som den som gäller.',
      en: 'The reading has the name of the one that holds.',
    },
    suggestion: { sv: 'Lista bara de andra läsningarna.', en: 'List the other readings only.' },
  },
  'reading-changes-nothing': {
    reason: {
      sv: 'Läsningen ger samma modell som den som gäller.',
      en: 'The reading gives the model that holds already.',
    },
    suggestion: { sv: 'Ange vad som blir annorlunda under set.', en: 'Say under set what becomes different.' },
  },
  'reading-gives-no-model': {
    reason: { sv: 'Läsningen ger ingen modell.', en: 'The reading does not give a model.' },
    suggestion: {
      sv: 'Peka på parametrar som modellen har, med värden som de kan ha.',
      en: 'Point at parameters that the model has, with values that they can have.',
    },
  },
  'condition-never-holds': {
    reason: { sv: 'Inget vårdtillfälle kan uppfylla villkoret.', en: 'No episode can meet the condition.' },
    suggestion: { sv: 'Se efter om delarna motsäger varandra.', en: 'See whether its parts contradict each other.' },
  },
  'condition-always-holds': {
    reason: { sv: 'Alla vårdtillfällen uppfyller villkoret.', en: 'Every episode meets the condition.' },
    suggestion: { sv: 'Ta bort det, eller gör det snävare.', en: 'Take it away, or make it narrower.' },
  },
  'condition-too-complex': {
    reason: {
      sv: 'Villkoret skiljer på för många fall för att kunna prövas.',
      en: 'The condition tells too many cases apart to be proven.',
    },
    suggestion: {
      sv: 'Dela upp det; högst {most} jämförelser, om få uppgifter.',
      en: 'Divide it; at most {most} comparisons, of few facts.',
    },
  },
  'year-doubled': {
    reason: { sv: '{year} har redan ett belopp.', en: '{year} already has an amount.' },
    suggestion: { sv: 'Ha ett belopp för varje år.', en: 'Have one amount for each year.' },
  },
  'too-many-readings': {
    reason: {
      sv: 'De öppna frågorna har tillsammans fler än {most} andra läsningar.',
      en: 'The open questions together have more than {most} other readings.',
    },
    suggestion: {
      sv: 'Behåll de läsningar som parterna verkligen överväger.',
      en: 'Keep the readings that the parties really consider.',
    },
  },
} as const satisfies Record<string, { readonly reason: Text; readonly suggestion: Text }>
