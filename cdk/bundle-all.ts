import { type Bundles, bundle } from './bundle.ts'
import { deployedFiles, publishRules } from './deployed-routes.ts'

/** Bundles every function that is deployed, with the rule files beside the job that publishes them. */
export const bundleAll = (out: string): Promise<Bundles> =>
  bundle(deployedFiles, out, { [publishRules.file]: publishRules.rules })
