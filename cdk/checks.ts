import type { App, IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport } from 'aws-cdk-lib'
import { Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, HIPAASecurityChecks, type NagPack, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag'

/** How often each rule of a pack was broken that does not block. */
export type Findings = Readonly<Record<string, number>>

/** Makes AwsSolutions and Serverless block the synthesis; of HIPAA and NIST it is told what they would find. */
export const addChecks = (app: App, tell: (pack: string, findings: Findings) => void): void =>
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app),
    new ServerlessChecks(app),
    reported(new HIPAASecurityChecks(app), tell),
    reported(new NIST80053R5Checks(app), tell),
  )

const reported = (pack: NagPack, tell: (pack: string, findings: Findings) => void): IPolicyValidationPlugin => ({
  name: `${pack.name} (reported)`,
  validate: (context: IPolicyValidationContext): PolicyValidationPluginReport => {
    const { violations } = pack.validate(context)
    tell(
      pack.name,
      Object.fromEntries(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources.length])),
    )
    return { success: true, violations: [] }
  },
})
