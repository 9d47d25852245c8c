import { publishFolder, RuleFilesError } from './agreements/publish-folder.ts'
import { publishing } from './environment.ts'
import { deploymentStep } from './http/deployment-step.ts'

/** A step of each deployment that changes it or its rules: publishes the rule files beside it; a fault fails the deployment. */
export const handler = deploymentStep(
  async () => {
    const { rules, now } = publishing.compose()
    await publishFolder(rules, `${import.meta.dirname}/rules`, now())
  },
  (error) => (error instanceof RuleFilesError ? error.message : undefined),
)
