import { appendFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { deployedRoutes } from '../../cdk/deployed-routes.ts'
import { anEpisode, TEST_PERSON } from '../support/an-episode.ts'
import { assembly } from '../support/assembly.ts'
import { type DeployedStack, deploy } from '../support/deployed-stack.ts'
import { expectGolden, goldenCases } from '../support/golden.ts'

let stack: DeployedStack
beforeAll(async () => {
  stack = await deploy(assembly())
})
afterAll(() => stack.stop())

describe('the step of a deployment that publishes the rules', () => {
  it('is done before there is anything to delete', async () => {
    expect(await stack.publish('Delete')).toMatchObject({ Status: 'SUCCESS', RequestId: 'r', PhysicalResourceId: 'l' })

    const { body } = await stack.get('region-01', '/v1/agreements')
    expect(body.agreements).toEqual([])
  })

  it('publishes what lies beside it, as CloudFormation asks to be told', async () => {
    expect(await stack.publish('Create')).toMatchObject({ Status: 'SUCCESS', method: 'PUT', contentType: undefined })

    const { body } = await stack.get('region-01', '/v1/agreements')
    const ids = body.agreements.map(({ id }: { id: string }) => id)
    expect(ids).toEqual(['act', 'jonkoping', 'stockholm-psychiatric', 'stockholm-somatic', 'vasterbotten'])
  })

  it('may run again', async () => {
    const before = await stack.get('region-01', '/v1/agreements')

    expect(await stack.publish('Update')).toMatchObject({ Status: 'SUCCESS' })

    expect((await stack.get('region-01', '/v1/agreements')).body).toEqual(before.body)
  })
})

describe('a deployment with a rule file that has a fault', () => {
  it('fails with the file and the line as its reason, and publishes nothing', async () => {
    const deployed = assembly('dev')
    const folder = join(inject('cdkOut'), 'faulty')
    const faulty = await deploy({
      ...deployed,
      assetOf: (id) => (id.startsWith('publishrules') ? folder : deployed.assetOf(id)),
    })
    onTestFinished(faulty.stop)
    const [publisher = ''] = Object.keys(deployed.template.Resources).filter((id) => /^publishrulesFunction/.test(id))
    cpSync(deployed.assetOf(publisher), folder, { recursive: true })
    appendFileSync(join(folder, 'rules/national/act-stage-1.v1.yaml'), '\nsurprise: true\n')

    const told = await faulty.publish('Create')

    expect(told).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringMatching(/^national\/act-stage-1\.v1\.yaml:\d+:1 /),
    })
    expect((await faulty.get('region-01', '/v1/agreements')).body.agreements).toEqual([])
  })
})

describe('the golden cases, through the bundles that are deployed', () => {
  it.each(goldenCases)('$name', (golden) => expectGolden(stack, golden))
})

describe('the gateway of the template', () => {
  it.each(deployedRoutes.filter(({ isOpen }) => !isOpen))('lets nobody without a token to $routeKey', async (route) => {
    const [method = '', path = ''] = route.routeKey.split(' ')

    const answer = await stack.request(undefined, method, path.replace(/\{[^}]+\}/g, 'x'))

    expect(answer).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' })
  })

  it.each(['/v1/api-info', '/v1/health', '/v1/openapi.json'])('lets everybody to %s', async (path) => {
    expect((await stack.request(undefined, 'GET', path)).status).toBe(200)
  })

  it('answers what no route does with a problem', async () => {
    const answer = await stack.request(undefined, 'GET', '/v2')

    expect(answer).toMatchObject({ status: 404, body: { status: 404, type: 'urn:fristdag:problem:not-found' } })
  })
})

describe('every function of the API', () => {
  const episode = '/v1/episodes/12~deployed'
  // A region without golden cases, whose episodes would be found here too.
  const body = anEpisode({ ready: '2020-03-04 10:00', out: '2020-03-09 11:00' }, '1280')

  it('puts, imports and gives back an episode', async () => {
    expect((await stack.put('hospital-12', episode, body)).status).toBe(201)
    const line = JSON.stringify({ id: '12~imported', ...body })
    const headers = { 'content-type': 'application/x-ndjson' }
    const imported = await stack.request('hospital-12', 'POST', '/v1/episode-imports', { text: line, headers })
    expect(imported).toMatchObject({ status: 200, body: { results: [{ line: 1, result: 'created' }] } })
    expect((await stack.get('hospital-12', episode)).headers.get('etag')).toBe('"1"')
    expect((await stack.get('hospital-12', `${episode}/revisions`)).body.total).toBe(1)
    expect((await stack.get('hospital-12', `${episode}/decision`)).body.outcome).toBe('individual')
    expect((await stack.get('hospital-12', '/v1/episodes?month=2020-03')).body.total).toBe(2)
  })

  it('finds a person under the keys in KMS, in the own region and from any', async () => {
    for (const client of ['region-12', 'municipality-1280']) {
      const found = await stack.post(client, '/v1/episode-searches', { identity: TEST_PERSON })
      expect(found.body.total).toBe(2)
    }
  })

  it('tells from a table of its own who has looked at a patient', async () => {
    await stack.get('municipality-1280', '/v1/episodes/12~imported', { 'x-purpose': 'audit' })
    const { body: log } = await stack.get('region-12', '/v1/access-log?episode=12~imported&sub=municipality-1280')
    const thisMonth = new Date().toISOString().slice(0, 7)
    const asked = { identity: TEST_PERSON, from: thisMonth, to: thisMonth }
    const { body: extract } = await stack.post('region-12', '/v1/access-log-extracts', asked)

    expect(log.accesses[0]).toMatchObject({ purpose: 'audit', regions: ['12'], outcome: 200 })
    expect(extract.accesses).toContainEqual(
      expect.objectContaining({ sub: 'municipality-1280', purpose: 'audit', episodes: ['12~imported'] }),
    )
  })

  it('shows agreements and liabilities', async () => {
    const agreement = '/v1/agreements/stockholm-somatic'
    expect((await stack.get('region-12', agreement)).body.id).toBe('stockholm-somatic')
    expect((await stack.get('region-12', `${agreement}/versions/1.1`)).body.stage).toBe('1')
    const { body: list } = await stack.get('region-12', '/v1/liabilities?month=2020-03')
    const path = `/v1/liabilities/${list.liabilities[0].id}`
    expect((await stack.get('region-12', path)).body.steps.length).toBeGreaterThan(5)
    expect((await stack.get('region-12', `${path}/episodes`)).body.total).toBe(2)
  })
})

describe('the schedule of exports', () => {
  it('has a month published in the bucket, which links lead to', async () => {
    stack.queues.send('{"kind":"export-scheduled","region":"12","scheduled":"monthly","at":"2020-04-13T03:00:00Z"}')
    const { givenUp } = await stack.queues.settled()
    expect(givenUp).toEqual([])

    const { body: list } = await stack.get('municipality-1280', '/v1/exports?month=2020-03&table=figures')
    expect(list.exports.map(({ id }: { id: string }) => id)).toEqual([
      '12~2020-03~figures~1280~1',
      '12~2020-03~figures~protected~1',
    ])
    const { status, headers } = await stack.get('municipality-1280', list.exports[0].files[0].href)
    expect(status).toBe(302)
    const file = await fetch(headers.get('location') ?? '')
    expect(file.status).toBe(200)
    expect(await file.text()).toMatch(/^month,region,level/)
  })
})

describe('the function that performs tasks', () => {
  it('is handed what is no task five times, and then it is given up', async () => {
    const text = '{"kind":"no-such-task"}'

    stack.queues.send(text)

    const { handedOver, givenUp } = await stack.queues.settled()
    expect(handedOver.filter((each) => each === text)).toHaveLength(5)
    expect(givenUp).toContain(text)
  })
})
