/** A city district (stadsdelsområde) of Stockholm, with the dates on which the division it belongs to was valid. */
export type StockholmDistrict = {
  readonly district: string
  readonly name: string
  readonly validFrom?: string
  readonly validTo?: string
  readonly succeededBy?: string
}

/** Every division that a month can need: 14 districts to 2020-06-30, 13 to 2023-06-30, 11 after. The slugs are this project's own. */
export const stockholmDistricts: readonly StockholmDistrict[] = [
  { district: '0180-rinkeby-kista', name: 'Rinkeby-Kista', validTo: '2023-06-30', succeededBy: '0180-jarva' },
  { district: '0180-spanga-tensta', name: 'Spånga-Tensta', validTo: '2023-06-30', succeededBy: '0180-jarva' },
  { district: '0180-hasselby-vallingby', name: 'Hässelby-Vällingby' },
  { district: '0180-bromma', name: 'Bromma' },
  { district: '0180-kungsholmen', name: 'Kungsholmen' },
  { district: '0180-norrmalm', name: 'Norrmalm', validTo: '2023-06-30', succeededBy: '0180-norra-innerstaden' },
  { district: '0180-ostermalm', name: 'Östermalm', validTo: '2023-06-30', succeededBy: '0180-norra-innerstaden' },
  { district: '0180-sodermalm', name: 'Södermalm' },
  { district: '0180-enskede-arsta-vantor', name: 'Enskede-Årsta-Vantör' },
  { district: '0180-skarpnack', name: 'Skarpnäck' },
  { district: '0180-farsta', name: 'Farsta' },
  { district: '0180-alvsjo', name: 'Älvsjö', validTo: '2020-06-30', succeededBy: '0180-hagersten-alvsjo' },
  {
    district: '0180-hagersten-liljeholmen',
    name: 'Hägersten-Liljeholmen',
    validTo: '2020-06-30',
    succeededBy: '0180-hagersten-alvsjo',
  },
  { district: '0180-hagersten-alvsjo', name: 'Hägersten-Älvsjö', validFrom: '2020-07-01' },
  { district: '0180-skarholmen', name: 'Skärholmen' },
  { district: '0180-jarva', name: 'Järva', validFrom: '2023-07-01' },
  { district: '0180-norra-innerstaden', name: 'Norra innerstaden', validFrom: '2023-07-01' },
]
