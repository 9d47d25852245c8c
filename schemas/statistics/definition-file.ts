import * as z from 'zod'
import { readmissionsFile } from './readmissions-definition.ts'
import { smallNumbersFile } from './small-numbers.ts'

/** A version of a definition that statistics rest on: one of those that there are, told apart by their names. */
export const definitionFile = z.discriminatedUnion('definition', [readmissionsFile, smallNumbersFile])
export type DefinitionFile = z.infer<typeof definitionFile>

/** What there are definitions of. */
export type DefinitionName = DefinitionFile['definition']
