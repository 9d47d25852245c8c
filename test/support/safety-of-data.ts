import { idIn, type Properties, type Resource, resourcesOf, type Template } from './assembly.ts'
import { BUCKET, keysOfBuckets } from './safety-of-buckets.ts'
import type { SafetyProperty } from './safety-property.ts'
import { changeOne, faultsAmong } from './template-checks.ts'

const TABLE = 'AWS::DynamoDB::Table'
const KEY = 'AWS::KMS::Key'
const LOG = 'AWS::Logs::LogGroup'

// Counts of requests are kept by nobody: what they must be is said with the limits.
const isCounts = (id: string): boolean => id.startsWith('Counts')

const isKept = ({ DeletionPolicy, UpdateReplacePolicy }: Resource): boolean =>
  DeletionPolicy === 'Retain' && UpdateReplacePolicy === 'Retain'

const isHmac = ({ KeyUsage }: Properties): boolean => KeyUsage === 'GENERATE_VERIFY_MAC'

const tableKey = (template: Template): string | undefined =>
  idIn(resourcesOf(template, TABLE)[0]?.[1].Properties.SSESpecification?.KMSMasterKeyId)

const accessLogOf = (template: Template) => resourcesOf(template, TABLE).find(([id]) => id.startsWith('AccessLog'))

const accessLogKey = (template: Template): string | undefined =>
  idIn(accessLogOf(template)?.[1].Properties.SSESpecification?.KMSMasterKeyId)

const logKeys = (template: Template): ReadonlySet<string | undefined> =>
  new Set(resourcesOf(template, LOG).map(([, { Properties: log }]) => idIn(log.KmsKeyId)))

const exportKeys = (template: Template): ReadonlySet<string | undefined> =>
  new Set(keysOfBuckets(template).filter((key) => key !== undefined))

const drop = (name: string) => (properties: Properties) => {
  delete properties[name]
}

/** What keeps the data: the tables and the keys. */
export const dataProperties: readonly SafetyProperty[] = [
  {
    name: 'the tables that are kept can be restored to any second of a week or more',
    faults: (template) =>
      faultsAmong(
        template,
        TABLE,
        ({ PointInTimeRecoverySpecification: recovery }, _, id) =>
          isCounts(id) || (recovery?.PointInTimeRecoveryEnabled === true && recovery.RecoveryPeriodInDays >= 7),
      ),
    breaks: [
      changeOne(TABLE, drop('PointInTimeRecoverySpecification')),
      changeOne(TABLE, ({ PointInTimeRecoverySpecification: recovery }) => {
        recovery.PointInTimeRecoveryEnabled = false
      }),
      changeOne(TABLE, ({ PointInTimeRecoverySpecification: recovery }) => {
        recovery.RecoveryPeriodInDays = 1
      }),
    ],
  },
  {
    name: 'the tables that are kept are protected against deletion, and outlive the stack',
    faults: (template) =>
      faultsAmong(
        template,
        TABLE,
        ({ DeletionProtectionEnabled }, resource, id) =>
          isCounts(id) || (DeletionProtectionEnabled === true && isKept(resource)),
      ),
    breaks: [
      changeOne(TABLE, drop('DeletionProtectionEnabled')),
      changeOne(TABLE, (_, resource) => {
        resource.DeletionPolicy = 'Delete'
      }),
      changeOne(TABLE, (_, resource) => {
        resource.UpdateReplacePolicy = 'Delete'
      }),
    ],
  },
  {
    name: 'the tables that are kept are encrypted with customer-managed keys',
    faults: (template) =>
      faultsAmong(
        template,
        TABLE,
        ({ SSESpecification: encryption }, _, id) =>
          isCounts(id) ||
          (encryption?.SSEEnabled === true &&
            encryption.SSEType === 'KMS' &&
            template.Resources[idIn(encryption.KMSMasterKeyId) ?? '']?.Type === KEY),
      ),
    breaks: [
      changeOne(TABLE, drop('SSESpecification')),
      changeOne(TABLE, ({ SSESpecification: encryption }) => {
        delete encryption.KMSMasterKeyId
      }),
      changeOne(TABLE, ({ SSESpecification: encryption }) => {
        encryption.SSEEnabled = false
      }),
    ],
  },
  {
    name: 'each class of data has a key of its own: table, log of accesses, logs, exports, pseudonyms',
    faults: (template) => {
      const hmac = resourcesOf(template, KEY).filter(([, { Properties: key }]) => isHmac(key))
      const classes = [
        tableKey(template),
        accessLogKey(template),
        ...logKeys(template),
        ...exportKeys(template),
        hmac[0]?.[0],
      ]
      return classes.length === 5 && new Set(classes).size === 5 && !classes.includes(undefined)
        ? []
        : [`the keys are ${classes.join()}`]
    },
    breaks: [
      (template) =>
        changeOne(LOG, (log) => {
          log.KmsKeyId = { 'Fn::GetAtt': [tableKey(template), 'Arn'] }
        })(template),
      (template) =>
        changeOne(TABLE, ({ SSESpecification: encryption }) => {
          encryption.KMSMasterKeyId = { 'Fn::GetAtt': [tableKey(template), 'Arn'] }
        })(template),
      changeOne(LOG, drop('KmsKeyId')),
      changeOne(KEY, drop('KeyUsage')),
      (template) =>
        changeOne(BUCKET, ({ BucketEncryption: { ServerSideEncryptionConfiguration: rules } }) => {
          rules[0].ServerSideEncryptionByDefault.KMSMasterKeyID = { 'Fn::GetAtt': [tableKey(template), 'Arn'] }
        })(template),
    ],
  },
  {
    name: 'pseudonym keys are HMAC keys of 256 bits',
    faults: (template) =>
      resourcesOf(template, KEY).some(([, { Properties: key }]) => isHmac(key))
        ? faultsAmong(template, KEY, (key) => !isHmac(key) || key.KeySpec === 'HMAC_256')
        : ['there is no pseudonym key'],
    breaks: [
      changeOne(KEY, (key) => {
        key.KeySpec = 'HMAC_224'
      }),
      changeOne(KEY, drop('KeyUsage')),
    ],
  },
  {
    name: 'keys that can rotate do, and no key goes with the stack or sooner than after thirty days',
    faults: (template) =>
      faultsAmong(
        template,
        KEY,
        (key, resource) =>
          (isHmac(key) || key.EnableKeyRotation === true) && isKept(resource) && key.PendingWindowInDays === 30,
      ),
    breaks: [
      changeOne(KEY, drop('EnableKeyRotation'), 0),
      changeOne(KEY, (_, resource) => {
        resource.DeletionPolicy = 'Delete'
      }),
      changeOne(KEY, (key) => {
        key.PendingWindowInDays = 7
      }),
    ],
  },
  {
    name: 'keys are shared with nobody but the account, its logs and its alarms',
    faults: (template) => faultsAmong(template, KEY, ({ KeyPolicy }) => KeyPolicy.Statement.every(isOwnOrService)),
    breaks: [
      changeOne(KEY, ({ KeyPolicy }) => KeyPolicy.Statement.push({ Effect: 'Allow', Principal: '*' })),
      changeOne(KEY, ({ KeyPolicy }) => {
        KeyPolicy.Statement[0].Principal.AWS = '*'
      }),
      changeOne(
        KEY,
        ({ KeyPolicy }) => {
          delete KeyPolicy.Statement[1].Condition
        },
        1,
      ),
    ],
  },
]

const isOwnOrService = ({ Principal, Condition }: Properties): boolean => {
  const who = JSON.stringify(Principal)
  const isAccount = who.includes(':root') && who.includes('AWS::AccountId')
  const isService = /"Service":.*(logs\.|cloudwatch\.amazonaws)/.test(who) && Condition !== undefined
  return isAccount || isService
}
