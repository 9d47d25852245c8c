import { describe, expect, it } from 'vitest'
import { assembly, environmentNames, regions, resourcesOf } from '../support/assembly.ts'
import { safetyProperties } from '../support/safety-properties.ts'

const assemblies = environmentNames.flatMap((environment) => regions.map((region) => assembly(environment, region)))

describe.each(safetyProperties)('$name', ({ faults, breaks }) => {
  it.each(assemblies)('in $name', ({ template }) => {
    expect(faults(template)).toEqual([])
  })

  it('is found when it does not hold', () => {
    for (const [index, breakIt] of breaks.entries()) {
      const broken = structuredClone(assembly().template)
      breakIt(broken)

      expect(faults(broken), `break ${index} is not found`).not.toEqual([])
    }
  })
})

describe('what protects, where there are real data', () => {
  const { template } = assembly('prod')
  const reserved = resourcesOf(template, 'AWS::Lambda::Function')
    .filter(([, { Properties: of }]) => of.ReservedConcurrentExecutions > 0)
    .map(([id]) => id.replace(/Function.*/, ''))

  it('keeps room for single episodes, and a roof over imports and the publishing of rules', () => {
    expect(reserved).toEqual(['putepisode', 'importepisodes', 'publishrules'])
  })

  it('can restore thirty-five days and keeps logs for a year', () => {
    const [, table] = resourcesOf(template, 'AWS::DynamoDB::Table')[0] ?? []
    const retained = resourcesOf(template, 'AWS::Logs::LogGroup').map(([, { Properties: log }]) => log.RetentionInDays)

    expect(table?.Properties.PointInTimeRecoverySpecification.RecoveryPeriodInDays).toBe(35)
    expect(new Set(retained)).toEqual(new Set([365]))
  })

  it('tells when no hospital has delivered for a day, with silence counted as such', () => {
    const silent = resourcesOf(template, 'AWS::CloudWatch::Alarm').find(([id]) => id.includes('NoDeliveries'))

    expect(silent?.[1].Properties).toMatchObject({
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    })
  })
})
