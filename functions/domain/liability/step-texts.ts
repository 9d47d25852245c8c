import type { Text } from '#schemas/text.ts'

export const episodes: Text = {
  sv: 'Antal utskrivna vårdtillfällen som räknas',
  en: 'Number of discharged episodes that count',
}

export const readyDays: Text = {
  sv: 'Summan av deras utskrivningsklara dagar',
  en: 'The sum of their ready days',
}

export const leftOut: Text = {
  sv: 'Vårdtillfällen som lämnats utanför, vart och ett med sina skäl',
  en: 'Episodes left out, each with its reasons',
}

export const undetermined = (missing: readonly string[]): Text => ({
  sv: `Vårdtillfällen som inte kan avgöras förrän detta är känt: ${missing.join(', ')}`,
  en: `Episodes that cannot be decided until this is known: ${missing.join(', ')}`,
})

export const mean: Text = {
  sv: 'Medelvärdet: utskrivningsklara dagar delat med antalet vårdtillfällen',
  en: 'The mean: ready days divided by the number of episodes',
}

export const roundedMean: Text = {
  sv: 'Medelvärdet avrundas innan det används',
  en: 'The mean is rounded before it is used',
}

export const level: Text = {
  sv: 'Nivån som medelvärdet ska överstiga för att kommunen ska betala',
  en: 'The level that the mean must exceed before the municipality pays',
}

export const levelMissing: Text = {
  sv: 'Nivån är inte fastställd, och dagarna kan inte beräknas',
  en: 'The level has not been determined, and the days cannot be computed',
}

export const exceeds: Text = {
  sv: 'Överstiger medelvärdet nivån? 1 är ja, 0 är nej',
  en: 'Does the mean exceed the level? 1 is yes, 0 is no',
}

export const excess: Text = {
  sv: 'Den del av medelvärdet som överstiger nivån',
  en: 'The part of the mean that exceeds the level',
}

export const excessDays: Text = {
  sv: 'Dagar att betala: den överstigande delen gånger antalet vårdtillfällen',
  en: 'Days to pay: the excess times the number of episodes',
}

export const allDays: Text = {
  sv: 'Dagar att betala: hela medelvärdet gånger antalet vårdtillfällen',
  en: 'Days to pay: the whole mean times the number of episodes',
}

export const individualDays = (year: number): Text => ({
  sv: `Dagar år ${year} som betalas för vårdtillfällen var för sig`,
  en: `Days of ${year} paid for episodes by themselves`,
})

export const candidateDays = (year: number): Text => ({
  sv: `Möjliga dagar år ${year}, som parternas gemensamma grupp beslutar om`,
  en: `Candidate days of ${year}, for the joint group of the parties to decide on`,
})

export const takenOff = (year: number): Text => ({
  sv: `Möjliga dagar år ${year} som gruppen har beslutat inte ska betalas`,
  en: `Candidate days of ${year} that the group has decided are not to be paid`,
})

export const decidedDays = (year: number): Text => ({
  sv: `Dagar år ${year} efter gruppens beslut`,
  en: `Days of ${year} after what the group has decided`,
})

export const daysOfYear = (year: number): Text => ({
  sv: `Dagar som kostar ${year} års belopp`,
  en: `Days that cost the amount of ${year}`,
})

export const dayAmount = (year: number): Text => ({
  sv: `Beloppet för ett vårddygn år ${year}`,
  en: `The amount for a care day in ${year}`,
})

export const dayAmountMissing = (year: number): Text => ({
  sv: `Beloppet för ett vårddygn år ${year} är inte känt`,
  en: `The amount for a care day in ${year} is not known`,
})

export const product = (year: number): Text => ({
  sv: `Dagarna gånger beloppet för ${year}`,
  en: `The days times the amount of ${year}`,
})

export const roundedAmount: Text = {
  sv: 'Avrundat till hela ören, en gång',
  en: 'Rounded to the öre, once',
}

export const totalDays: Text = { sv: 'Dagar att betala', en: 'Days to pay' }

export const totalAmount: Text = { sv: 'Belopp att betala, kronor', en: 'Amount to pay, SEK' }
