import type { Text } from '#schemas/text.ts'

/** Something true of an episode or a liability, in both languages, with the paragraph it rests on. */
export type Statement = { readonly id: string; readonly cites: string; readonly text: Text }
