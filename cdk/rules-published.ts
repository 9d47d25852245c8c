import { CustomResource, Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { BundledFunction } from './bundled-function.ts'

/** Publishes the rule files whenever they or the function that publishes them have changed; a fault fails the deployment. */
export class RulesPublished extends Construct {
  constructor(scope: Construct, id: string, by: BundledFunction, sha256: string) {
    super(scope, id)
    const step = new CustomResource(this, 'Step', {
      resourceType: 'Custom::PublishedRules',
      serviceToken: by.lambda.functionArn,
      serviceTimeout: Duration.minutes(2),
      properties: { sha256 },
    })
    // Its grants too must be there before it runs.
    step.node.addDependency(by)
  }
}
