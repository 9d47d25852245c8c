import type { Caller } from '#http/caller.ts'
import { forbidden } from '#http/problem.ts'
import type { LogOwner } from '#store/access-log.ts'

/** Whose part of the log a caller reads; 403 for one whose token is narrowed to hospitals or a district, or is of no such tenant. */
export const logOwnerOf = ({ tenant }: Caller): LogOwner => {
  switch (tenant.kind) {
    case 'region':
      if (tenant.hospitals !== undefined) throw forbidden(wholeTenantOnly, 'whole-tenant-only')
      return { kind: 'region', code: tenant.region }
    case 'municipality':
      if (tenant.district !== undefined) throw forbidden(wholeTenantOnly, 'whole-tenant-only')
      return { kind: 'municipality', code: tenant.municipality }
    case 'association':
      throw forbidden(wholeTenantOnly, 'whole-tenant-only')
  }
}

const wholeTenantOnly = {
  sv: 'Loggen lämnas bara ut till den som företräder hela regionen eller kommunen.',
  en: 'The log is shown only to those who speak for the whole region or municipality.',
}
