import type { Text } from '#schemas/text.ts'

/** What can be wrong with a file as text and as YAML, before anybody asks what it means. */
export const yamlTexts = {
  'identity-number': {
    reason: { sv: 'Raden innehåller en persons nummer.', en: 'The line holds the number of a person.' },
    suggestion: { sv: 'Ta bort numret.', en: 'Take the number away.' },
  },
  'not-utf-8': {
    reason: {
      sv: 'Raden har tecken som inte är giltig UTF-8.',
      en: 'The line has characters that are not valid UTF-8.',
    },
    suggestion: { sv: 'Spara filen som UTF-8.', en: 'Save the file as UTF-8.' },
  },
  'byte-order-mark': {
    reason: { sv: 'Filen börjar med ett osynligt märke (BOM).', en: 'The file begins with an invisible mark (BOM).' },
    suggestion: { sv: 'Spara filen som UTF-8 utan BOM.', en: 'Save the file as UTF-8 without BOM.' },
  },
  tab: {
    reason: { sv: 'Här står ett tabbtecken.', en: 'Here is a tab character.' },
    suggestion: { sv: 'Skriv blanksteg i stället.', en: 'Write spaces instead.' },
  },
  'control-character': {
    reason: { sv: 'Här står ett styrtecken, som inte syns.', en: 'Here is a control character, which cannot be seen.' },
    suggestion: { sv: 'Ta bort tecknet.', en: 'Take the character away.' },
  },
  'too-many-parts': {
    reason: {
      sv: 'Filen har fler delar än en regelfil kan ha.',
      en: 'The file has more parts than a rule file can have.',
    },
    suggestion: {
      sv: 'Ta bort det som inte hör till regeln, eller dela upp den.',
      en: 'Take away what does not belong to the rule, or divide it.',
    },
  },
  'nested-too-deep': {
    reason: {
      sv: 'Listor och namn ligger i varandra i fler än {most} nivåer.',
      en: 'Lists and names lie in each other in more than {most} levels.',
    },
    suggestion: { sv: 'Skriv delen plattare.', en: 'Write the part with fewer levels.' },
  },
  alias: {
    reason: {
      sv: 'En hänvisning med * till en annan del av filen ingår inte i språket.',
      en: 'A reference by * to another part of the file is not in the language.',
    },
    suggestion: { sv: 'Skriv ut värdet.', en: 'Write the value out.' },
  },
  anchor: {
    reason: {
      sv: 'Ett märke med & för hänvisningar ingår inte i språket.',
      en: 'A mark by & for references is not in the language.',
    },
    suggestion: { sv: 'Ta bort märket.', en: 'Take the mark away.' },
  },
  tag: {
    reason: { sv: 'En typmärkning med ! ingår inte i språket.', en: 'A type tag by ! is not in the language.' },
    suggestion: {
      sv: 'Ta bort typmärkningen; text skrivs inom citattecken.',
      en: 'Take the tag away; text is written in quotes.',
    },
  },
  'merge-key': {
    reason: { sv: 'Nyckeln << ingår inte i språket.', en: 'The key << is not in the language.' },
    suggestion: { sv: 'Skriv ut det som skulle slås ihop.', en: 'Write out what was to be merged.' },
  },
  directive: {
    reason: {
      sv: 'En rad som börjar med % ingår inte i språket.',
      en: 'A line that begins with % is not in the language.',
    },
    suggestion: { sv: 'Ta bort raden.', en: 'Take the line away.' },
  },
  'second-document': {
    reason: { sv: 'Här börjar ett andra dokument.', en: 'Here a second document begins.' },
    suggestion: { sv: 'Ha en regel i varje fil.', en: 'Have one rule in each file.' },
  },
  'complex-key': {
    reason: { sv: 'Namnet är inte ett enda ord.', en: 'The name is not a single word.' },
    suggestion: {
      sv: 'Skriv namnet på en rad, följt av kolon.',
      en: 'Write the name on one line, followed by a colon.',
    },
  },
  'duplicate-key': {
    reason: { sv: 'Namnet står redan på rad {line}.', en: 'The name already stands on line {line}.' },
    suggestion: { sv: 'Ta bort den ena av dem.', en: 'Take one of them away.' },
  },
  'bad-indentation': {
    reason: {
      sv: 'Raden är inte indragen som de andra i samma del.',
      en: 'The line is not indented like the others of its part.',
    },
    suggestion: { sv: 'Rätta indraget med blanksteg.', en: 'Mend the indentation with spaces.' },
  },
  'needs-quotes': {
    reason: {
      sv: 'Värdet innehåller tecken som YAML läser som något annat.',
      en: 'The value holds characters that YAML reads as something else.',
    },
    suggestion: { sv: 'Skriv värdet inom citattecken.', en: 'Write the value in quotes.' },
  },
  'missing-sign': {
    reason: {
      sv: 'Ett kolon, ett komma, en parentes eller ett citattecken saknas.',
      en: 'A colon, a comma, a bracket or a quote is missing.',
    },
    suggestion: {
      sv: 'Se efter om det som öppnas här också stängs.',
      en: 'See whether what is opened here is also closed.',
    },
  },
  'unexpected-sign': {
    reason: { sv: 'Här står något som inte kan stå här.', en: 'Something stands here that cannot.' },
    suggestion: {
      sv: 'Ta bort det, eller skriv värdet inom citattecken.',
      en: 'Take it away, or write the value in quotes.',
    },
  },
  'bad-escape': {
    reason: {
      sv: 'Ett omvänt snedstreck följs av något som inte betyder något.',
      en: 'A backslash is followed by something without a meaning.',
    },
    suggestion: { sv: 'Skriv texten inom enkla citattecken.', en: 'Write the text in single quotes.' },
  },
  'not-yaml': {
    reason: { sv: 'Texten är inte giltig YAML.', en: 'The text is not valid YAML.' },
    suggestion: {
      sv: 'Jämför med en av de publicerade regelfilerna.',
      en: 'Compare it with one of the published rule files.',
    },
  },
  'empty-file': {
    reason: {
      sv: 'Filen är tom, eller har inte den form som väntas.',
      en: 'The file is empty, or does not have the form that is expected.',
    },
    suggestion: {
      sv: 'Utgå från en av de publicerade regelfilerna.',
      en: 'Begin from one of the published rule files.',
    },
  },
} as const satisfies Record<string, { readonly reason: Text; readonly suggestion: Text }>
