import * as z from 'zod'
import { retentionFile } from './retention.ts'
import { readmissionsFile } from './statistics/readmissions-definition.ts'
import { smallNumbersFile } from './statistics/small-numbers.ts'

/** A version of a definition that holds for the country: one of those that there are, told apart by their names. */
export const definitionFile = z.discriminatedUnion('definition', [readmissionsFile, smallNumbersFile, retentionFile])
export type DefinitionFile = z.infer<typeof definitionFile>

/** What there are definitions of. */
export type DefinitionName = DefinitionFile['definition']
