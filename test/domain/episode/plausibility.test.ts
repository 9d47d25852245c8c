import { describe, expect, it } from 'vitest'
import { episodeFaults } from '#domain/episode/plausibility.ts'
import { episodeBody } from '#schemas/episode.ts'
import { anEpisode, type Told } from '../../support/an-episode.ts'
import { aTestNumber } from '../../support/test-numbers.ts'

const NOW = '2020-03-31T10:00:00Z'
const faultsOf = (told: Told, now = NOW) =>
  episodeFaults(episodeBody.parse(anEpisode({ ready: '2020-03-02 10:00', out: '2020-03-05 15:00', ...told })), now).map(
    ({ pointer, rule }) => `${pointer} ${rule}`,
  )
const withBody = (body: Told['body'] & object, now = NOW) => faultsOf({ body }, now)

describe('an episode', () => {
  it('without fault has none', () => {
    expect(faultsOf({})).toEqual([])
  })

  it('may have all its instants at once', () => {
    const at = '2020-03-02T10:00:00Z'
    const faults = withBody({
      admission: { at },
      admissionNoticeSentAt: at,
      lengthOfStayEstimateSentAt: at,
      readiness: [{ noticeSentAt: at, withdrawnAt: at }, { noticeSentAt: at }],
      planning: { calledAt: at },
      discharge: { at, to: 'home' },
    })

    expect(faults).toEqual([])
  })

  it.each([
    ['unknown-identity-format', '1949-10-02-9802'],
    ['no-such-date', aTestNumber('19491302')],
    ['check-digit', '194910029803'],
  ])('has an identity number without the fault %s', (rule, value) => {
    expect(withBody({ patient: { identity: { type: 'personnummer', value } } })).toEqual([
      `/patient/identity/value ${rule}`,
    ])
  })
})

describe('the instants of an episode', () => {
  it('follow each other, whatever their offsets', () => {
    const faults = withBody({
      admission: { at: '2020-03-03T12:00:00+02:00' },
      readiness: [
        { noticeSentAt: '2020-03-03T10:59:59+01:00', withdrawnAt: '2020-03-04T10:00:00Z' },
        { noticeSentAt: '2020-03-04T09:00:00Z', withdrawnAt: '2020-03-04T08:00:00Z' },
      ],
      discharge: { at: '2020-03-04T07:00:00Z', to: 'home' },
      admissionNoticeSentAt: null,
      lengthOfStayEstimateSentAt: null,
    })

    expect(faults).toEqual([
      '/readiness/0/noticeSentAt time-order',
      '/readiness/1/noticeSentAt time-order',
      '/readiness/1/withdrawnAt time-order',
      '/discharge/at time-order',
    ])
  })

  it('end every readiness period but the last', () => {
    const open = { noticeSentAt: '2020-03-02T10:00:00Z' }

    expect(withBody({ readiness: [open, open, open] })).toEqual([
      '/readiness/0/withdrawnAt only-last-period-open',
      '/readiness/1/withdrawnAt only-last-period-open',
    ])
  })

  it('that were sent come before the discharge', () => {
    const at = '2020-03-05T14:00:01Z'
    const faults = withBody({ admissionNoticeSentAt: at, lengthOfStayEstimateSentAt: at, planning: { calledAt: at } })

    expect(faults).toEqual(['/admissionNoticeSentAt after-discharge', '/planning/calledAt after-discharge'])
  })

  it('that were sent may come at any time while the stay is open', () => {
    expect(withBody({ discharge: null, planning: { calledAt: '2020-03-30T10:00:00Z' } })).toEqual([])
  })

  it('lie at most a day ahead of the clock', () => {
    const at = '2020-03-02T10:00:00Z'
    const ahead = {
      sourceUpdatedAt: at,
      admission: { at },
      admissionNoticeSentAt: at,
      lengthOfStayEstimateSentAt: at,
      readiness: [{ noticeSentAt: at, withdrawnAt: at }],
      planning: { calledAt: at },
      discharge: { at, to: 'home' },
    }

    expect(withBody(ahead, '2020-03-01T10:00:00Z')).toEqual([])
    expect(withBody(ahead, '2020-03-01T09:59:59Z').toSorted()).toEqual(
      [
        '/sourceUpdatedAt',
        '/admission/at',
        '/admissionNoticeSentAt',
        '/lengthOfStayEstimateSentAt',
        '/planning/calledAt',
        '/readiness/0/noticeSentAt',
        '/readiness/0/withdrawnAt',
        '/discharge/at',
      ]
        .map((pointer) => `${pointer} in-the-future`)
        .toSorted(),
    )
  })
})

describe('a district', () => {
  const district = '0180-farsta'

  it('belongs to Stockholm', () => {
    expect(withBody({ patient: { registeredMunicipality: '0162', registeredDistrict: district } })).toEqual([
      '/patient/registeredDistrict district-outside-stockholm',
    ])
    expect(withBody({ patient: { placedByMunicipality: '0162', placedByDistrict: district } })).toEqual([
      '/patient/placedByDistrict district-outside-stockholm',
    ])
  })

  it('may stand with Stockholm, or with no municipality', () => {
    expect(
      withBody({
        patient: {
          registeredMunicipality: '0180',
          registeredDistrict: district,
          placedByMunicipality: '0180',
          placedByDistrict: district,
        },
      }),
    ).toEqual([])
    expect(
      withBody({
        patient: { registeredMunicipality: null, registeredDistrict: district, placedByDistrict: district },
      }),
    ).toEqual([])
  })
})

describe('a free text', () => {
  it('holds no identity number', () => {
    const number = aTestNumber('19491002', '239')
    const faults = withBody({ caseNumber: `no ${number}`, ward: `SE${number.slice(2)}-1` })

    expect(faults).toEqual(['/ward identity-number-in-text', '/caseNumber identity-number-in-text'])
    expect(withBody({ hospital: `SE${number.slice(2)}-1` })).toEqual(['/hospital identity-number-in-text'])
    expect(withBody({ caseNumber: 'lsp-2020-004711', ward: 'SE2321000016-15CQ' })).toEqual([])
  })

  it('does not hold the reservnummer of its patient', () => {
    const patient = { identity: { type: 'reservnummer', value: '99AB-c12345' } }
    const texts = { caseNumber: 'no 99abc-12345', ward: 'SE2321000016-99ABC12345' }

    expect(withBody({ patient, ...texts })).toEqual([
      '/ward identity-number-in-text',
      '/caseNumber identity-number-in-text',
    ])
    expect(withBody(texts)).toEqual([])
  })

  it('that holds numbers of both kinds has one fault', () => {
    const patient = { identity: { type: 'reservnummer', value: '99ABC12345' } }

    expect(withBody({ patient, caseNumber: `99ABC12345 ${aTestNumber('19491002')}` })).toEqual([
      '/caseNumber identity-number-in-text',
    ])
  })
})
