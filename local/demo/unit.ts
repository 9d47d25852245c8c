/** A unit of liability with demo episodes. */
export type Unit = {
  /** How the unit is named in ids: lower case, without å, ä and ö. */
  readonly slug: string
  /** The region whose hospitals send the episodes. */
  readonly region: string
  readonly municipality: string
  readonly district?: string
  /** About how many episodes a month there are, where they are drawn. */
  readonly size: number
}

/** Haninge and Farsta, Jönköping and Umeå, one of each kind of agreement, and Tyresö where something is not recorded. */
export const units = {
  haninge: { slug: 'haninge', region: '01', municipality: '0136', size: 18 },
  farsta: { slug: 'farsta', region: '01', municipality: '0180', district: '0180-farsta', size: 15 },
  tyreso: { slug: 'tyreso', region: '01', municipality: '0138', size: 9 },
  jonkoping: { slug: 'jonkoping', region: '06', municipality: '0680', size: 18 },
  umea: { slug: 'umea', region: '24', municipality: '2480', size: 14 },
} as const satisfies Record<string, Unit>

/** More of the three counties, and of Uppsala, which has registered no agreement. */
export const moreUnits: readonly Unit[] = [
  { slug: 'huddinge', region: '01', municipality: '0126', size: 16 },
  { slug: 'botkyrka', region: '01', municipality: '0127', size: 15 },
  { slug: 'nynashamn', region: '01', municipality: '0192', size: 7 },
  { slug: 'sodermalm', region: '01', municipality: '0180', district: '0180-sodermalm', size: 18 },
  { slug: 'skarpnack', region: '01', municipality: '0180', district: '0180-skarpnack', size: 10 },
  { slug: 'nassjo', region: '06', municipality: '0682', size: 8 },
  { slug: 'varnamo', region: '06', municipality: '0683', size: 8 },
  { slug: 'eksjo', region: '06', municipality: '0686', size: 6 },
  { slug: 'lycksele', region: '24', municipality: '2481', size: 5 },
  { slug: 'skelleftea', region: '24', municipality: '2482', size: 12 },
  { slug: 'uppsala', region: '03', municipality: '0380', size: 16 },
  { slug: 'enkoping', region: '03', municipality: '0381', size: 8 },
  { slug: 'osthammar', region: '03', municipality: '0382', size: 6 },
]
