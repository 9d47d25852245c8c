import { Aws } from 'aws-cdk-lib'
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { type Column, type ColumnType, type TableName, tableNames } from '../schemas/statistics/column.ts'
import { tables } from '../schemas/statistics/tables.ts'
import { partitionsOf, projectionOf } from './statistics-partitions.ts'

/** The Parquet files of the exports as tables, which Athena reads where they lie; no partition has to be added to them. */
export class StatisticsTables extends Construct {
  readonly database: string

  constructor(scope: Construct, id: string, files: Bucket) {
    super(scope, id)
    const database = new CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: {
        name: scope.node.id.replaceAll('-', '_'),
        description: 'Statistics of patients ready for discharge, as they were exported',
      },
    })
    this.database = database.ref
    for (const table of tableNames)
      new CfnTable(this, sqlName(table), {
        catalogId: Aws.ACCOUNT_ID,
        databaseName: this.database,
        tableInput: {
          name: sqlName(table),
          description: tables[table].title.en,
          tableType: 'EXTERNAL_TABLE',
          parameters: { classification: 'parquet', EXTERNAL: 'TRUE', ...projectionOf(table, files.bucketName) },
          partitionKeys: partitionsOf(table),
          storageDescriptor: {
            location: `s3://${files.bucketName}/parquet/${table}/`,
            columns: columnsOf(table),
            inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
            outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
            serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
          },
        },
      })
  }
}

/** What a table is called in SQL, where a hyphen would have to be quoted. */
const sqlName = (table: TableName): string => table.replaceAll('-', '_')

/** The columns of the files but those that partition the table, which Athena does not want twice. */
const columnsOf = (table: TableName): CfnTable.ColumnProperty[] => {
  const partitions = new Set(partitionsOf(table).map(({ name }) => name))
  return tables[table].columns
    .filter(({ name }) => !partitions.has(name))
    .map(({ name, type, title }: Column) => ({ name, type: sqlType(type), comment: title.en }))
}

const sqlType = (type: ColumnType): string => {
  switch (type.kind) {
    case 'integer':
      return 'bigint'
    case 'decimal':
      return `decimal(18,${type.decimals})`
    default:
      return 'string'
  }
}
