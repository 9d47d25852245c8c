import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { deploymentStep } from '#http/deployment-step.ts'

/** CloudFormation as far as a step sees it: an address that takes one answer. */
const cloudFormation = async (status = 200) => {
  const told: unknown[] = []
  const server = createServer(async (request, response) => {
    told.push(await json(request))
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  const ask = (RequestType: string) =>
    ({
      RequestType,
      ResponseURL: `http://127.0.0.1:${port}/`,
      StackId: 's',
      RequestId: 'r',
      LogicalResourceId: 'l',
    }) as CloudFormationCustomResourceEvent
  return { told, ask }
}

const tellNothing = (): undefined => undefined

describe('a step of a deployment', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })

  it.each(['Create', 'Update'])('runs at %s, and CloudFormation is told that it succeeded', async (requestType) => {
    const { told, ask } = await cloudFormation()
    const run = vi.fn(async () => undefined)

    await deploymentStep(run, tellNothing)(ask(requestType))

    expect(run).toHaveBeenCalledOnce()
    expect(told).toEqual([
      { Status: 'SUCCESS', StackId: 's', RequestId: 'r', LogicalResourceId: 'l', PhysicalResourceId: 'l' },
    ])
  })

  it('does not run when the stack is deleted', async () => {
    const { told, ask } = await cloudFormation()
    const run = vi.fn(async () => undefined)

    await deploymentStep(run, tellNothing)(ask('Delete'))

    expect(run).not.toHaveBeenCalled()
    expect(told).toMatchObject([{ Status: 'SUCCESS' }])
  })

  it('fails the deployment with the reason that is to be told, cut to what CloudFormation takes', async () => {
    const { told, ask } = await cloudFormation()
    const run = async () => Promise.reject(new Error('x'.repeat(5000)))

    await deploymentStep(run, (error) => String(error))(ask('Update'))

    expect(told).toMatchObject([{ Status: 'FAILED', Reason: `Error: ${'x'.repeat(993)}` }])
  })

  it('tells and logs no more than the name of an error that it does not know', async () => {
    const { told, ask } = await cloudFormation()
    const run = async () => Promise.reject(new TypeError('secret'))

    await deploymentStep(run, tellNothing)(ask('Update'))

    expect(told).toMatchObject([{ Status: 'FAILED', Reason: 'TypeError' }])
    expect(JSON.stringify(vi.mocked(console.error).mock.calls)).not.toContain('secret')
  })

  it('throws when its answer is not taken, so that Lambda runs it again', async () => {
    const { ask } = await cloudFormation(403)

    await expect(deploymentStep(async () => undefined, tellNothing)(ask('Create'))).rejects.toThrow('403')
  })
})
