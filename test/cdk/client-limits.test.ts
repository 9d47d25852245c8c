import { expect, it, onTestFinished } from 'vitest'
import { assembly, resourcesOf } from '../support/assembly.ts'
import { deploy } from '../support/deployed-stack.ts'

const PATHS = ['agreements', 'exports', 'day-amounts', 'liabilities', 'disputes', 'reviews', 'improvement-actions']

it('a client is counted by all functions together, none of which it calls too often', async () => {
  const deployed = assembly()
  const template = structuredClone(deployed.template)
  for (const [, { Properties: of }] of resourcesOf(template, 'AWS::Lambda::Function'))
    if (of.Environment?.Variables.CLIENT_LIMITS !== undefined)
      of.Environment.Variables.CLIENT_LIMITS = '{"all":{"requests":2,"seconds":3600},"of":{}}'
  const stack = await deploy({ ...deployed, template })
  onTestFinished(stack.stop)

  const each = () => Promise.all(PATHS.map((path) => stack.get('region-01', `/v1/${path}`)))
  const answers = [...(await each()), ...(await each())]

  // More than two windows let through, should the hour end just now; and no function was called more often than that.
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  for (const { headers, body } of refused) {
    expect(body).toMatchObject({ type: 'urn:fristdag:problem:too-many-requests' })
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(3600)
  }
  expect((await stack.get('region-06', '/v1/agreements')).status).toBe(200)
})
