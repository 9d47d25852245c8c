import { STOCKHOLM_CITY } from '#schemas/codes.ts'
import type { DisputeName } from '#store/dispute-store.ts'

/** The opaque id of a dispute. */
export const disputeId = ({ region, month, municipality, district, episode, number }: DisputeName): string =>
  [region, month, district === '-' ? municipality : district, episode.slice(episode.indexOf('~') + 1), number].join('~')

/** The dispute that an id names; undefined when it cannot be one. */
export const parseDisputeId = (id: string): DisputeName | undefined => {
  const [, region, month, unit, local, number] = FORM.exec(id) ?? []
  if (region === undefined || month === undefined || unit === undefined || local === undefined) return undefined
  const isDistrict = unit.startsWith(`${STOCKHOLM_CITY}-`)
  return {
    region,
    month,
    municipality: isDistrict ? STOCKHOLM_CITY : unit,
    district: isDistrict ? unit : '-',
    episode: `${region}~${local}`,
    number: Number(number),
  }
}

const FORM =
  /^([0-9]{2})~([0-9]{4}-[0-9]{2})~([0-9]{4}(?:-[a-z-]{1,40})?)~([a-z0-9][a-z0-9.-]{0,63})~([1-9][0-9]{0,5})$/
