import { publishFolder, RuleFilesError } from './agreements/publish-folder.ts'
import { deploymentStep } from './http/deployment-step.ts'
import { publishing } from './on-aws/deployed.ts'
import { correctEverywhere } from './settlements/correct-closed.ts'

/** A step of each deployment that changes it or its rules: publishes the rule files beside it; a fault fails the deployment. */
export const handler = deploymentStep(
  async () => {
    const environment = publishing.compose()
    await publishFolder(environment.rules, `${import.meta.dirname}/rules`, environment.now())
    // Also when nothing is new: the step before may have ended between the two.
    await correctEverywhere(environment)
  },
  (error) => (error instanceof RuleFilesError ? error.message : undefined),
)
