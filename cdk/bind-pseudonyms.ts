import { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { BundledFunction } from './bundled-function.ts'

/** The keys in KMS by version name, and which versions each region has, the newest last. */
export type PseudonymKeys = {
  readonly keys: Readonly<Record<string, Key>>
  readonly versionsOf: Readonly<Record<string, readonly string[]>>
}

/** Lets a function make pseudonyms: which key is which, and the one action it sends to them. */
export const bindPseudonyms = ({ lambda }: BundledFunction, { keys, versionsOf }: PseudonymKeys): void => {
  const named = Object.entries(versionsOf).map(([region, versions]) => [
    region,
    versions.map((version) => ({ version, keyId: keys[version]?.keyId })),
  ])
  lambda.addEnvironment('PSEUDONYM_KEYS', Stack.of(lambda).toJsonString(Object.fromEntries(named)))
  lambda.addToRolePolicy(
    new PolicyStatement({
      actions: ['kms:GenerateMac'],
      resources: Object.values(keys).map(({ keyArn }) => keyArn),
      conditions: { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } },
    }),
  )
}
