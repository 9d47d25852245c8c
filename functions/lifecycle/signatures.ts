import { countyOf } from '#schemas/codes.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { Approval, RuleVersion } from '#store/rule-version.ts'

/** A party that may sign, by its code. */
export type Party = Approval['party']

/** Who wants to sign, and for which party. */
export type Signatory = Pick<Approval, 'by' | 'party'>

/** How many signatures a version needs of each side, and how many it has. */
export type Quorum = {
  readonly region: { readonly needed: number; readonly signed: number }
  readonly municipalities: {
    readonly by: 'association' | 'municipalities'
    readonly needed: number
    readonly signed: number
  }
  readonly complete: boolean
}

type Signing = Pick<RuleFile, 'parties'>

/** The signatures that a version has, held against what its own file asks for; a file without parties is never complete. */
export const quorumOf = ({ parties }: Signing, approvals: readonly Approval[]): Quorum => {
  const { signing } = parties ?? { signing: { region: 1, municipalities: { atLeast: 1 } } }
  const region = { needed: signing.region, signed: ofKind(approvals, 'region').length }
  const byAssociation = 'association' in signing.municipalities
  const municipalities = byAssociation
    ? ({ by: 'association', needed: 1, signed: ofKind(approvals, 'association').length } as const)
    : ({
        by: 'municipalities',
        needed: 'atLeast' in signing.municipalities ? signing.municipalities.atLeast : 1,
        signed: ofKind(approvals, 'municipality').length,
      } as const)
  const complete =
    parties !== undefined && region.signed >= region.needed && municipalities.signed >= municipalities.needed
  return { region, municipalities, complete }
}

/** Why someone may not sign: they speak for no party that the file names, or they uploaded it themselves. */
export type SignatureRefusal = 'not-a-signatory' | 'uploader-cannot-sign'

/** Whether someone may sign a version; undefined when they may. */
export const refusalOf = (
  file: Signing,
  { uploaded }: Pick<RuleVersion, 'uploaded'>,
  { by, party }: Signatory,
): SignatureRefusal | undefined => {
  if (!isNamed(file, party)) return 'not-a-signatory'
  return party.kind === 'region' && uploaded?.by === by ? 'uploader-cannot-sign' : undefined
}

/** Whether someone has signed already: a person for the region, anyone for a municipality or the association. */
export const hasSigned = (approvals: readonly Approval[], { by, party }: Signatory): boolean =>
  approvals.some(
    (approval) =>
      approval.party.kind === party.kind &&
      approval.party.code === party.code &&
      (party.kind !== 'region' || approval.by === by),
  )

const isNamed = ({ parties }: Signing, { kind, code }: Party): boolean => {
  if (parties === undefined) return false
  const { region, municipalities, signing } = parties
  const byAssociation = 'association' in signing.municipalities
  switch (kind) {
    case 'region':
      return code === region
    case 'association':
      return byAssociation && code === region
    case 'municipality':
      return (
        !byAssociation &&
        (municipalities === 'all-in-county' ? countyOf(code) === region : municipalities.includes(code))
      )
  }
}

const ofKind = (approvals: readonly Approval[], kind: Party['kind']): readonly Approval[] =>
  approvals.filter(({ party }) => party.kind === kind)
