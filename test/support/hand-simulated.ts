/** Days and amount that a unit owes for a month, as the API writes them; null what cannot be known. */
export type Owed = { readonly days: string | null; readonly amount: string | null }

/** A unit's month before an agreement decides and under one file of it, both computed by hand. */
export type HandSimulated = {
  readonly municipality: string
  readonly month: string
  readonly was: Owed
  readonly is: Owed
  /** What is owed more or, with a minus, less. */
  readonly delta: Owed | null
  readonly crossing: 'becomes-liable' | 'no-longer-liable' | null
}

/** The months of one file, by the name of its version. */
export type HandSimulatedFile = { readonly version: string; readonly units: readonly HandSimulated[] }
