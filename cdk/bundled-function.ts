import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { Bundle } from './bundle.ts'

/** Below the gateway's 29 seconds, so that it is the function that answers. */
const FUNCTION_SECONDS = 28

/** What a function is made from, and where its log is kept. */
export type BundledFunctionProps = {
  readonly bundle: Bundle
  readonly summary: string
  readonly logKey: Key
  readonly logRetention: RetentionDays
  readonly reservedConcurrency?: number | undefined
  /** For one that no request waits for; the others answer before the gateway gives up. */
  readonly timeout?: Duration
  readonly memoryMegabytes?: number
}

/** A function of its own bundle, role and encrypted log, which may write that log and nothing else until it is bound. */
export class BundledFunction extends Construct {
  readonly lambda: LambdaFunction

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id)
    const { bundle, summary, logKey, logRetention, reservedConcurrency } = props
    const { timeout = Duration.seconds(FUNCTION_SECONDS), memoryMegabytes = 1024 } = props
    const logGroup = new LogGroup(this, 'Log', {
      encryptionKey: logKey,
      retention: logRetention,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    this.lambda = new LambdaFunction(this, 'Function', {
      description: summary,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundle.folder),
      handler: 'index.handler',
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      memorySize: memoryMegabytes,
      timeout,
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: reservedConcurrency }),
    })
    acknowledge(this, 'Serverless-LambdaDLQ', 'what calls it waits for the answer, and is told when it fails')
    acknowledge(this, 'Serverless-LambdaTracing', 'it continues traceparent; X-Ray would need a grant on *')
  }
}
