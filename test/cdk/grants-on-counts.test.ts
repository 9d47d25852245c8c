import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { assembly, idIn, resourcesOf } from '../support/assembly.ts'
import { compareGrants } from '../support/grants.ts'

const deployed = assembly()

/** What the comparison finds of a function whose name begins with this, when on the counts these actions are granted. */
const compared = (start: string, actions: readonly string[], prefix = '') => {
  const template = structuredClone(deployed.template)
  const [id = ''] = resourcesOf(template, 'AWS::Lambda::Function').find(([name]) => name.startsWith(start)) ?? []
  const role = idIn(template.Resources[id]?.Properties.Role)
  for (const [, { Properties: policy }] of resourcesOf(template, 'AWS::IAM::Policy'))
    for (const statement of policy.PolicyDocument.Statement)
      if (idIn(policy.Roles[0]) === role && idIn(statement.Resource)?.startsWith('Counts')) statement.Action = actions
  return compareGrants(template, id, prefix + readFileSync(join(deployed.assetOf(id), 'index.mjs'), 'utf8'))
}

it.each(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'])(
  'the comparison of grants finds %s granted on the counts, to readers and writers',
  (action) => {
    for (const start of ['getepisode', 'putepisode'])
      expect(compared(start, ['dynamodb:UpdateItem', action])).toMatchObject({
        missing: [],
        unused: [expect.stringMatching(new RegExp(`^${action} on Counts`))],
      })
  },
)

it('the comparison of grants finds what is missing to count, also in a function that does not know where', () => {
  const missing = [expect.stringMatching(/^dynamodb:UpdateItem on Counts/)]

  expect(compared('getepisode', []).missing).toEqual(missing)
  expect(compared('putepisode', []).missing).toEqual(missing)
  expect(compared('getapiinfo', [], 'process.env.COUNTS_TABLE;').missing).toEqual(['dynamodb:UpdateItem on no counts'])
})
