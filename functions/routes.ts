import type { Route } from '#http/route.ts'
import { accessLogRoutes } from './routes/access-log-routes.ts'
import { agreementRoutes } from './routes/agreement-routes.ts'
import { declarationRoutes } from './routes/declaration-routes.ts'
import { disposalRoutes } from './routes/disposal-routes.ts'
import { disputeRoutes } from './routes/dispute-routes.ts'
import { episodeRoutes } from './routes/episode-routes.ts'
import { exportRoutes } from './routes/export-routes.ts'
import { liabilityRoutes } from './routes/liability-routes.ts'
import { publicRoutes } from './routes/public-routes.ts'
import { reviewRoutes } from './routes/review-routes.ts'
import { settlementRoutes } from './routes/settlement-routes.ts'
import { simulationRoutes } from './routes/simulation-routes.ts'

/** The route table: what is here is deployed, served locally and described by the OpenAPI document. */
export const routes = {
  ...publicRoutes,
  ...episodeRoutes,
  ...agreementRoutes,
  ...declarationRoutes,
  ...simulationRoutes,
  ...liabilityRoutes,
  ...settlementRoutes,
  ...disputeRoutes,
  ...reviewRoutes,
  ...exportRoutes,
  ...accessLogRoutes,
  ...disposalRoutes,
} as const satisfies Record<string, Route>
