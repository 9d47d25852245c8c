import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

// biome-ignore lint/suspicious/noExplicitAny: templates are looked into freely by tests, which assert what they find
export type Properties = Record<string, any>

/** A resource of a template. */
export type Resource = {
  readonly Type: string
  readonly Properties: Properties
  readonly DependsOn?: readonly string[]
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}

/** A CloudFormation template, to be read or, as a copy, to be broken. */
export type Template = { readonly Resources: Record<string, Resource>; readonly Outputs: Properties }

/** What was synthesised of one environment for one region: all that is here is read from `cdk.out`. */
export type Assembly = {
  readonly name: string
  readonly template: Template
  /** The folder of the asset that a function's code names. */
  readonly assetOf: (functionId: string) => string
}

export const environmentNames = ['dev', 'prod'] as const
export const regions = ['eu-north-1', 'eusc-de-east-1'] as const

/** One of the assemblies that were synthesised for the tests. */
export const assembly = (
  environment: (typeof environmentNames)[number] = 'prod',
  region: (typeof regions)[number] = 'eu-north-1',
): Assembly => {
  const folder = join(inject('cdkOut'), `${environment}-${region}`)
  const template: Template = parsed(join(folder, `fristdag-${environment}.template.json`))
  const assets: Properties = parsed(join(folder, `fristdag-${environment}.assets.json`)).files
  return {
    name: `${environment} in ${region}`,
    template,
    assetOf: (functionId) => {
      const key: string = template.Resources[functionId]?.Properties.Code.S3Key
      const { source } = assets[key.replace('.zip', '')]
      return join(folder, source.path)
    },
  }
}

/** The resources of a type with their ids. */
export const resourcesOf = (template: Template, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type)

/** The id that a reference names, be it by `Ref` or by `Fn::GetAtt`. */
export const idIn = (reference: Properties | undefined): string | undefined =>
  reference?.Ref ?? reference?.['Fn::GetAtt']?.[0]

/** Every id that is referred to somewhere in a value. */
export const idsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = idIn(value)
  return own === undefined ? Object.values(value).flatMap(idsIn) : [own]
}

/** A value as CloudFormation would give it, where `physicalId` gives that of a reference. */
export const resolved = (value: unknown, physicalId: (id: string) => string): string => {
  if (typeof value === 'string') return value
  const { 'Fn::Join': join, ...reference }: Properties = value ?? {}
  if (join !== undefined) return join[1].map((part: unknown) => resolved(part, physicalId)).join(join[0])
  const id = idIn(reference)
  if (id === undefined) throw new Error(`Not a value that these templates have: ${JSON.stringify(value)}`)
  return physicalId(id)
}

// biome-ignore lint/suspicious/noExplicitAny: as above
const parsed = (path: string): any => JSON.parse(readFileSync(path, 'utf8'))
