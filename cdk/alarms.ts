import { Aws } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { AlarmFacts } from './alarm-facts.ts'

/** The alarms, and the topic that they tell, to which operators subscribe. */
export class Alarms extends Construct {
  readonly topic: Topic
  readonly all: readonly Alarm[]

  constructor(scope: Construct, id: string, facts: readonly AlarmFacts[], key: Key) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true })
    // A policy of its own, as the refusal of what is not encrypted is, takes the place of the one that lets alarms through.
    this.topic.addToResourcePolicy(byAlarms(this.topic))
    const tell = new SnsAction(this.topic)
    this.all = facts.map(({ name, metric, threshold, periods = 1, whenBelow = false, says }) => {
      const alarm = new Alarm(this, name, {
        alarmDescription: says,
        metric,
        threshold,
        evaluationPeriods: periods,
        comparisonOperator: whenBelow
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        // No data is no requests: harmless, except where it is silence that hurts.
        treatMissingData: whenBelow ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      })
      alarm.addAlarmAction(tell)
      alarm.addOkAction(tell)
      return alarm
    })
  }
}

const byAlarms = (topic: Topic): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  })
