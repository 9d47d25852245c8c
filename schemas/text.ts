import * as z from 'zod'

/** One plain sentence in both languages of the service. */
export const text = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) }).meta({ id: 'Text' })
export type Text = z.infer<typeof text>

/** The languages an answer can be given in; Swedish unless English is asked for. */
export type Language = keyof Text
