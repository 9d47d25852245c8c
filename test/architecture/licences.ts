/** A package of the lock file, as far as its licence goes. */
export type LockedPackage = { readonly license?: string; readonly dev?: boolean; readonly link?: boolean }

/** The packages under each licence, and those whose licence is not one that may be brought along. */
export type LicenceReport = {
  readonly byLicence: ReadonlyMap<string, readonly string[]>
  readonly refused: readonly string[]
}

/** Licences that ask for no more than notice, and so go with a program under EUPL-1.2. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
])

/** The licences of what is needed to run, by the `packages` of a lock file. */
export const licenceReport = (packages: Readonly<Record<string, LockedPackage>>): LicenceReport => {
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true)
  const named = needed.map(([path, { license = 'none stated' }]) => ({ name: nameOf(path), license }))
  return {
    byLicence: new Map(
      [...Map.groupBy(named, ({ license }) => license)].map(([license, of]) => [license, of.map(({ name }) => name)]),
    ),
    refused: named.filter(({ license }) => !isAllowed(license)).map(({ name, license }) => `${name}: ${license}`),
  }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

// Of licences to choose between one is enough; of those that hold together each must do.
const isAllowed = (license: string): boolean => {
  const parts = license.replace(/[()]/g, '').split(' OR ')
  return parts.some((part) => part.split(' AND ').every((each) => ALLOWED.has(each)))
}
