import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { loggedError } from './log-entry.ts'

/**
 * A custom resource of CloudFormation that runs a step of a deployment, and answers at the address it is given. A step
 * that throws fails the deployment, with the reason that `tell` makes of the error or else its name; deleting runs nothing.
 */
export const deploymentStep =
  (run: () => Promise<void>, tell: (error: unknown) => string | undefined) =>
  async (event: CloudFormationCustomResourceEvent): Promise<void> => {
    const outcome = event.RequestType === 'Delete' ? SUCCEEDED : await outcomeOf(run, tell)
    const { StackId, RequestId, LogicalResourceId } = event
    const answer = { ...outcome, StackId, RequestId, LogicalResourceId, PhysicalResourceId: LogicalResourceId }
    // The signature of the address allows no content type, and text would bring its own.
    const response = await fetch(event.ResponseURL, { method: 'PUT', body: Buffer.from(JSON.stringify(answer)) })
    if (!response.ok) throw new Error(`CloudFormation refused the answer: ${response.status}`)
  }

const SUCCEEDED = { Status: 'SUCCESS' } as const

const outcomeOf = async (run: () => Promise<void>, tell: (error: unknown) => string | undefined) => {
  try {
    await run()
    return SUCCEEDED
  } catch (error) {
    const logged = loggedError(error)
    console.error({ level: 'error', event: 'deployment-step-failed', error: logged })
    return { Status: 'FAILED', Reason: (tell(error) ?? logged.name).slice(0, MAXIMUM_REASON) } as const
  }
}

// CloudFormation takes an answer of at most 4 096 bytes.
const MAXIMUM_REASON = 1000
