import * as z from 'zod'
import { withoutUndefined } from '#domain/without-undefined.ts'
import { instant } from '#schemas/time.ts'
import type { Item } from './table.ts'

/** Which version of which stage of which agreement. */
export type VersionName = { readonly agreement: string; readonly stage: string; readonly version: string }

/** A signature under the exact bytes of a version: by whom, for which party, and when. */
export type Approval = {
  readonly by: string
  /** A region, a municipality, or the association of a county's municipalities, by its code. */
  readonly party: { readonly kind: 'region' | 'municipality' | 'association'; readonly code: string }
  readonly at: string
}

/**
 * A version of a stage of an agreement, of the national day amounts, or of a definition of statistics, with the hash of its bytes. A draft decides nothing;
 * a published version decides from `publishedAt` on; a withdrawn one never has, or no longer, a day in force.
 */
export type RuleVersion = VersionName & {
  readonly kind: 'rule' | 'day-amounts' | 'definition'
  readonly sha256: string
  readonly status: 'draft' | 'published' | 'withdrawn'
  /** Absent for a version that was shipped with the service. */
  readonly uploaded?: { readonly by: string; readonly region: string; readonly at: string }
  readonly publishedAt?: string
  readonly withdrawnAt?: string
  readonly approvals: readonly Approval[]
}

/** A version that decides, or has decided. */
export type PublishedFile = Omit<RuleVersion, 'status'> & { readonly status: 'published'; readonly publishedAt: string }

/** The name of a version in keys and in words: `agreement#stage.version`. */
export const versionKey = ({ agreement, stage, version }: VersionName): string => `${agreement}#${stage}.${version}`

/** The attributes under which a version is stored. */
export const versionAttributes = (version: RuleVersion) => {
  const { uploaded, approvals, ...rest } = version
  return withoutUndefined({
    ...rest,
    uploadedBy: uploaded?.by,
    uploadedFor: uploaded?.region,
    uploadedAt: uploaded?.at,
    approvals: JSON.stringify(approvals),
  })
}

/** The version that an item holds. */
export const versionFrom = (item: Item): RuleVersion => {
  const { uploadedBy, uploadedFor, uploadedAt, approvals, ...rest } = stored.parse(item)
  return withoutUndefined({
    ...rest,
    uploaded:
      uploadedBy === undefined || uploadedFor === undefined || uploadedAt === undefined
        ? undefined
        : { by: uploadedBy, region: uploadedFor, at: uploadedAt },
    approvals: listOfApprovals.parse(JSON.parse(approvals)),
  })
}

/** Whether a version decided at an instant, as was known then; without an instant, whether it does now. */
export const isPublished = (version: RuleVersion, asOf?: string): boolean => {
  const { publishedAt, withdrawnAt } = version
  if (publishedAt === undefined) return false
  if (asOf === undefined) return version.status === 'published'
  return publishedAt <= asOf && (withdrawnAt === undefined || asOf < withdrawnAt)
}

const stored = z.object({
  kind: z.enum(['rule', 'day-amounts', 'definition']),
  agreement: z.string(),
  stage: z.string(),
  version: z.string(),
  sha256: z.string(),
  status: z.enum(['draft', 'published', 'withdrawn']).default('published'),
  uploadedBy: z.string().optional(),
  uploadedFor: z.string().optional(),
  uploadedAt: instant.optional(),
  publishedAt: instant.optional(),
  withdrawnAt: instant.optional(),
  approvals: z.string().default('[]'),
})

const listOfApprovals = z.array(
  z.strictObject({
    by: z.string(),
    party: z.strictObject({ kind: z.enum(['region', 'municipality', 'association']), code: z.string() }),
    at: instant,
  }),
)
