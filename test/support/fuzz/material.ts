import { readFileSync } from 'node:fs'
import { counties } from '#schemas/reference/counties.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'
import { stockholmDistricts } from '#schemas/reference/stockholm-districts.ts'
import { aRuleText } from '../a-rule-text.ts'
import { anEpisode, TEST_PERSON } from '../an-episode.ts'
import { aReview } from '../joint-group.ts'
import { sha256Of } from '../rule-editor.ts'
import type { Known, Material } from './arbitrary-body.ts'
import { often } from './arbitrary-of-schema.ts'

const somatic = anEpisode({
  ready: '2020-03-02 10:00',
  out: '2020-03-07 15:00',
  registered: '0180',
  district: '0180-skarpnack',
  admissionNotice: '2020-03-01 12:00',
})
const candidate = { ...somatic, careType: 'psychiatric', discharge: { at: '2020-03-12T10:00:00Z', to: 'home' } }
const open = anEpisode({ ready: '2020-03-20 10:00', planning: {} })
const small = readFileSync('test/support/rules/rounded-mean-stage-1.v1.yaml', 'utf8')
const shipped = `# Ett utkast.\n${aRuleText('', '', 'stockholm/somatic-stage-3.v1.yaml')}`
const liability = '01~stockholm-somatic~1.1~0180-skarpnack~2020-03'

/** What a fuzzed service holds before it is asked: requests that make it. */
export const seeds = {
  episodes: [
    ['01~fuzzed', somatic],
    ['01~reviewed', candidate],
    ['01~open', open],
    ['01~bromma', { ...somatic, patient: { ...somatic.patient, registeredDistrict: '0180-bromma' } }],
    [
      '01~unknown',
      { ...somatic, patient: { ...somatic.patient, registeredMunicipality: null, registeredDistrict: null } },
    ],
  ] as const,
  review: aReview('01~reviewed', { action: { text: 'Tell before noon.', responsible: 'The ward' } }),
  simulationOfDraft: { version: 'test-rounded-mean~1.1', from: '2024-01', to: '2024-01' },
  simulation: { version: 'stockholm-somatic~3.1', from: '2020-03', to: '2020-03' },
  settlement: { agreement: 'stockholm-somatic', month: '2020-03' },
  dispute: { liability, episode: '01~fuzzed', reason: 'not-ready' },
  draft: small,
  draftOf: 'test-rounded-mean',
} as const

const ofDraft: Known = { caller: 'region-20', params: { agreement: seeds.draftOf, version: '1.1' } }
const anEvent = { event: 'psychiatric-it-support-live', on: '2021-08-10', evidence: 'Minutes.' }

/** What requests to such a service are made from. */
export const materialOf = ({ simulation }: { readonly simulation: string }): Material => ({
  vocabulary: {
    episode: [...seeds.episodes.map(([id]) => id), '01~sent-1', '01~sent-2', '06~sent-1'],
    EpisodeId: seeds.episodes.map(([id]) => id),
    agreement: ['stockholm-somatic', 'stockholm-psychiatric', 'test-rounded-mean', 'jonkoping', 'act'],
    version: often('1.1', ['1.2', '2.1', '3.1']),
    asOf: often('2099-01-01T00:00:00Z', ['2020-03-04T09:00:00Z', '9999-12-31T23:59:59-23:59']),
    VersionName: ['test-rounded-mean~1.1', 'stockholm-somatic~1.1', 'act~1.1', 'jonkoping~2.1', 'act/1.1'],
    stage: ['1', '2', '3'],
    event: ['psychiatric-it-support-live', 'started', 'rhythm'],
    liability: [liability, liability, '01~stockholm-somatic~1.1~0136~2020-03', '01~act~1.1~0180-bromma~2020-03'],
    settlement: ['01~stockholm-somatic~2020-03', '01~stockholm-psychiatric~2020-03', '01~stockholm-somatic~2020-04'],
    dispute: ['01~2020-03~0180-skarpnack~fuzzed~1', '01~2020-03~0180-bromma~bromma~1'],
    action: ['01~reviewed~2020-03~1'],
    export: ['01~2020-03~figures~0180-skarpnack~1', '01~2020-03~figures~all~1', '01~2020-03~national~protected~1'],
    format: ['json', 'csv', 'parquet', 'xlsx', 'html'],
    simulation: [simulation],
    sha256: [sha256Of(small)],
    draft: ruleTexts,
    Month: often('2020-03', ['2020-04', '2020-02', '2018-01', '2019-12', '2023-02']),
    CountyCode: often('01', Object.keys(counties)),
    MunicipalityCode: often('0180', Object.keys(municipalities)),
    District: often(
      '0180-skarpnack',
      stockholmDistricts.map(({ district }) => district),
    ),
    HsaId: ['SE2321000016-15CQ', 'SE2321000016-99'],
    value: [TEST_PERSON.value, '19491002-9802', '194910029803', '2020-03-04'],
    limit: ['1', '20', '500'],
    page: ['1', '2', '100000000'],
  },
  known: {
    putEpisode: { bodies: seeds.episodes.map(([, body]) => body) },
    searchEpisodes: { bodies: [{ identity: TEST_PERSON }] },
    uploadVersion: ofDraft,
    getVersionReport: ofDraft,
    planCorrections: ofDraft,
    approveVersion: { ...ofDraft, caller: 'association-20', bodies: [{ sha256: sha256Of(small) }] },
    withdrawVersion: { ...ofDraft, bodies: [{ reason: 'Another is on its way.' }] },
    declareEvent: { params: { agreement: 'stockholm-psychiatric' }, bodies: [{ ...anEvent, preview: true }, anEvent] },
    determineLevel: {
      params: { agreement: 'stockholm-somatic' },
      bodies: [
        { stage: '2', preview: true },
        { stage: '2' },
        { stage: '2', leaveOutUndetermined: 'They stay unknown.' },
      ],
    },
    declareDayAmount: { bodies: [{ year: 2031, amount: '13000.00', source: 'A decision.' }] },
    simulate: { bodies: [seeds.simulation, { draft: shipped, from: '2020-03', to: '2020-03' }] },
    evaluate: {
      bodies: [
        {
          episodes: [
            { ...somatic, id: 'one' },
            { ...candidate, id: 'two' },
          ],
          rules: ['act', 'stockholm-somatic~1.1'],
        },
        { episodes: [{ ...open, id: 'one' }], rules: [{ draft: small }, 'jonkoping'] },
      ],
    },
    settle: { bodies: [seeds.settlement, { agreement: 'stockholm-psychiatric', month: '2020-03' }] },
    raiseDispute: { caller: 'municipality-0180', bodies: [seeds.dispute, { ...seeds.dispute, episode: '01~bromma' }] },
    decideDispute: { bodies: [{ outcome: 'escalated', reason: 'The heads of unit decide.' }] },
    decideCandidate: { bodies: [seeds.review, { ...seeds.review, outcome: 'adjust', days: 1 }] },
    reportImprovement: { bodies: [{ status: 'ongoing', text: 'It is being tried.' }] },
  },
  ruleTexts,
})

// Small ones are proven in a moment.
const ruleTexts = often(small, [`# Ett annat utkast.\n${small}`, shipped])
