import * as z from 'zod'

/** What a token lets its bearer do. */
export const scope = z.enum([
  'episodes:write',
  'episodes:read',
  'agreements:read',
  'agreements:write',
  'agreements:approve',
  'liabilities:read',
  'settlements:write',
  'reviews:write',
  'disputes:write',
  'statistics:read',
  'access-log:read',
])
export type Scope = z.infer<typeof scope>
