import * as z from 'zod'
import { readmissionsFile } from './readmissions.ts'
import { retentionFile } from './retention.ts'
import { smallNumbersFile } from './small-numbers.ts'

/** A version of a definition that holds for the country: one of those that there are, told apart by their names. */
export const definitionFile = z.discriminatedUnion('definition', [readmissionsFile, smallNumbersFile, retentionFile])
export type DefinitionFile = z.infer<typeof definitionFile>

/** What there are definitions of. */
export type DefinitionName = DefinitionFile['definition']
