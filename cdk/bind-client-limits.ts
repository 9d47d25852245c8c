import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { BundledFunction } from './bundled-function.ts'
import type { ClientLimits } from './environments.ts'

/** Lets a function count its clients' requests: the limits, the table of the counts, and the one action that adds to it. */
export const bindClientLimits = ({ lambda }: BundledFunction, counts: Table, limits: ClientLimits): void => {
  lambda.addEnvironment('CLIENT_LIMITS', JSON.stringify(limits))
  lambda.addEnvironment('COUNTS_TABLE', counts.tableName)
  lambda.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:UpdateItem'], resources: [counts.tableArn] }))
}
