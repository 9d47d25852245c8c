import type { Text } from '#schemas/text.ts'

/** What can be wrong with a definition by itself. */
export const definitionTexts = {
  'decided-twice': {
    reason: {
      sv: 'Regionen har redan ett beslut i filen.',
      en: 'The region has a decision in the file already.',
    },
    suggestion: {
      sv: 'Låt det beslut stå som gäller.',
      en: 'Keep the decision that is in force.',
    },
  },
  'shorter-than-least': {
    reason: {
      sv: 'Tiden är kortare än den minsta som anges under least.',
      en: 'The period is shorter than the least one, which is given under least.',
    },
    suggestion: {
      sv: 'Skriv minst så många år.',
      en: 'Write at least as many years.',
    },
  },
  'window-not-longer': {
    reason: {
      sv: 'Fönstret är inte längre än det förra, eller slutar före den första dagen.',
      en: 'The window is not longer than the one before it, or ends before the first day.',
    },
    suggestion: {
      sv: 'Skriv fönstren i ordning, det kortaste först.',
      en: 'Write the windows in order, the shortest first.',
    },
  },
} as const satisfies Record<string, { readonly reason: Text; readonly suggestion: Text }>
