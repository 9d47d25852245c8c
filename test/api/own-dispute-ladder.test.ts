import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aRulesFolder } from '../support/a-rules-folder.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'

const FILE = 'vastra-gotaland-somatic-stage-2.v1.yaml'
const LADDER = `
disputes:
  ladder:
    - { id: officers, title: { sv: Handläggarna, en: The officers } }
    - { id: board, title: { sv: Styrgruppen, en: The board } }
  cites: agreement#objections
`

describe('an agreement that names its own dispute ladder', () => {
  const rulesFolder = aRulesFolder(['vastra-gotaland-somatic-stage-1.v1.yaml', FILE])
  appendFileSync(join(rulesFolder, FILE), LADDER)
  const service = aSharedService({ rulesFolder })
  afterAll(() => rmSync(rulesFolder, { recursive: true }))

  it('has its disputes climb that, and cites where it is named', async () => {
    const stay = anEpisode({ ready: '2022-05-16 10:00', out: '2022-05-20 15:00' }, '1480')
    await service().put('hospital-14', '/v1/episodes/14~one', stay)
    const raised = await service().post('municipality-1480', '/v1/disputes', {
      liability: '14~vastra-gotaland-somatic~2.1~1480~2022-05',
      episode: '14~one',
      reason: 'open-care-unavailable',
    })
    const path = `/v1/disputes/${raised.body.id}/decisions`
    const escalate = () => service().post('region-14', path, { outcome: 'escalated', reason: 'No agreement yet.' })

    const answers = [await escalate(), await escalate()]

    expect(raised.body).toMatchObject({
      step: { id: 'officers', title: 'Handläggarna' },
      ladder: [{ id: 'officers' }, { id: 'board' }],
      cites: 'Provfil, Västra Götaland: invändningar',
      // 4 ready days over 3.0.
      held: { days: '1.00', amount: '9300.00' },
    })
    expect(answers).toMatchObject([
      { status: 201, body: { step: { id: 'board' } } },
      { status: 409, body: { type: 'urn:fristdag:problem:top-of-ladder' } },
    ])
  })
})
