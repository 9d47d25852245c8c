import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena'
import { Construct } from 'constructs'
import type { ExportBuckets } from './export-buckets.ts'

/** The files under cdk/saved-queries by name, and what each answers. */
export const savedQueries = {
  'ready-days-by-municipality': 'Ready days and means of each municipality over a year',
  'readmissions-by-district': 'Share of readmissions within 7 and 30 days, by district',
  'liability-by-rules': 'Liable days and amounts under the rules in force, and under one version of them',
} as const

/** The text of a saved query. */
export const savedQuery = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'saved-queries', `${name}.sql`), 'utf8')

/** Where the statistics are queried: what is asked, how much it may read, and where its answers lie, which no caller can choose. */
export class SavedQueries extends Construct {
  readonly workGroup: CfnWorkGroup

  constructor(scope: Construct, id: string, database: string, { queryResults, key }: ExportBuckets) {
    super(scope, id)
    this.workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: `${scope.node.id}-statistics`,
      description: 'Queries on the exported statistics',
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: GIGABYTE,
        resultConfiguration: {
          outputLocation: queryResults.s3UrlForObject(),
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: key.keyArn },
        },
      },
    })
    for (const [name, description] of Object.entries(savedQueries)) {
      const query = new CfnNamedQuery(this, name, {
        name,
        description,
        database,
        workGroup: this.workGroup.name,
        queryString: savedQuery(name),
      })
      query.addResourceDependency(this.workGroup)
    }
  }
}

// A year of a region is some megabytes: what reads more has forgotten to name a region or months.
const GIGABYTE = 1024 ** 3
