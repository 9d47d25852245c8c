import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { expect, inject, it } from 'vitest'
import { deployedFiles } from '../../cdk/deployed-routes.ts'
import { environments } from '../../cdk/environments.ts'
import { FristdagStack } from '../../cdk/fristdag-stack.ts'
import { idsIn } from '../support/assembly.ts'

const folderOf = (file: string) => ({ folder: join(inject('cdkOut'), 'bundles', file), bytes: 0, sha256: file })

it('a pseudonym key more is a key more in KMS, known and granted to those that make pseudonyms', () => {
  const { prod } = environments
  if (prod === undefined) throw new Error('There is no prod')
  const environment = { ...prod, pseudonymKeys: { '*': ['1', '2'], '01': ['1', '01-1'] } }
  const bundles = Object.fromEntries(deployedFiles.map((file) => [file, folderOf(file)]))
  const issuer = { issuer: 'https://issuer.example', audience: 'fristdag' }

  const template = Template.fromStack(new FristdagStack(new App(), 'rotated', { environment, issuer, bundles }))

  const keys = Object.keys(template.findResources('AWS::KMS::Key', { Properties: { KeySpec: 'HMAC_256' } }))
  expect(keys).toHaveLength(3)
  const functions = Object.values(template.findResources('AWS::Lambda::Function'))
  const variables = functions.map(({ Properties: of }) => of.Environment?.Variables.PSEUDONYM_KEYS).filter(Boolean)
  expect(variables).toHaveLength(4)
  for (const variable of variables) {
    const text = variable['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : 'key')).join('')
    const named = [
      { version: '1', keyId: 'key' },
      { version: '2', keyId: 'key' },
    ]
    expect(JSON.parse(text)).toEqual({ '*': named, '01': [named[0], { version: '01-1', keyId: 'key' }] })
    expect(new Set(idsIn(variable))).toEqual(new Set(keys))
  }
  const policies = Object.values(template.findResources('AWS::IAM::Policy'))
  const granted = policies
    .flatMap(({ Properties: of }) => of.PolicyDocument.Statement)
    .filter(({ Action }) => Action === 'kms:GenerateMac')
  expect(granted).toHaveLength(4)
  for (const { Resource } of granted) expect(new Set(idsIn(Resource))).toEqual(new Set(keys))
})
