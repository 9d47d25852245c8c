/** Who may import whom: data flows one way, and imports flow the other. Each folder names all that it may reach. */

const npm = (...names) => names.map((name) => `^node_modules/(@types/)?${name}(/|$)`)
const within = (...folders) => folders.map((folder) => `^${folder}/`)

const only = (from, may, fromNot) => ({
  name: `${from.replace(/[^a-z/-]/g, '')} imports only what it may`,
  severity: 'error',
  from: { path: from.startsWith('^') ? from : `^${from}/`, ...(fromNot === undefined ? {} : { pathNot: fromNot }) },
  to: { pathNot: may },
})

const agreements = within('schemas', 'functions/domain', 'functions/agreements')
const useCases = within(
  'schemas',
  'functions/domain',
  'functions/http',
  'functions/store',
  'functions/agreements',
  'functions/accesses',
  'functions/episodes',
  'functions/decisions',
  'functions/disposals',
  'functions/liabilities',
  'functions/evaluations',
  'functions/exports',
  'functions/settlements',
  'functions/disputes',
  'functions/reviews',
  'functions/lifecycle',
  'functions/rules',
  'functions/simulations',
  'functions/work',
)
// Adapters know where they run; only what is composed on AWS and the tests may reach them.
const adapters = '^functions/store/(dynamodb-[a-z]+|kms-pseudonyms|s3-[a-z]+|sqs-sender)\\.ts$'

// The one file of the rules that reads a disk: where they lie as they were shipped.
const shippedRules = '^functions/agreements/shipped-rules\\.ts$'

module.exports = {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no import that leads nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no barrels', severity: 'error', from: {}, to: { path: '/index\\.ts$', pathNot: 'node_modules' } },
    only('schemas', [...within('schemas'), ...npm('zod')]),
    only('functions/domain', [
      ...within('schemas', 'functions/domain'),
      ...npm('json-rules-engine', 'temporal-polyfill'),
    ]),
    only(
      'functions/agreements',
      [
        ...agreements,
        ...npm('yaml', 'zod'),
        '^functions/store/(rule-store|rule-version|declaration)\\.ts$',
        '^(node:)?crypto$',
      ],
      shippedRules,
    ),
    only(shippedRules, ['^functions/agreements/read-shipped\\.ts$', '^(node:)?(fs|path)$']),
    only('functions/store', [
      ...within('schemas', 'functions/domain', 'functions/store'),
      ...npm('zod', '@aws-sdk/[a-z0-9-]+', '@smithy/[a-z-]+'),
      '^(node:)?(crypto|timers/promises)$',
    ]),
    only('functions/http', [
      ...within('schemas', 'functions/http'),
      '^functions/domain/episode/identity-number\\.ts$',
      '^functions/store/(table|queue-busy|access-log|access-record)\\.ts$',
      ...npm('zod', '@middy/core', 'jose', 'zod-openapi', 'aws-lambda'),
      '^functions/store/request-counts\\.ts$',
      '^(node:)?crypto$',
    ]),
    only(
      'functions/(accesses|episodes|decisions|disposals|liabilities|settlements|disputes|reviews|lifecycle|evaluations|rules|simulations|work)',
      [...useCases, ...npm('zod', 'aws-lambda'), '^(node:)?(crypto|timers/promises)$'],
    ),
    only('^functions/exports/', [...useCases, ...npm('zod'), '^(node:)?crypto$'], '^functions/exports/formats/'),
    // From a table to bytes: no store, no clock, and the packages that write the formats.
    only('functions/exports/formats', [
      ...within('schemas', 'functions/exports/formats'),
      ...npm('csv-stringify', 'fflate', 'hyparquet-writer'),
      '^(node:)?stream(/(consumers|promises))?$',
    ]),
    only('^functions/routes(\\.ts$|/)', [
      ...within('schemas', 'functions/routes'),
      '^functions/http/route\\.ts$',
      ...npm('zod'),
    ]),
    only('^functions/environment\\.ts$', useCases),
    only('functions/on-aws', [
      ...useCases,
      ...within('functions/on-aws'),
      '^functions/environment\\.ts$',
      ...npm('zod', 'jose', '@aws-sdk/[a-z0-9-]+', 'aws-lambda'),
    ]),
    only(
      '^functions/[a-z-]+\\.ts$',
      [...useCases, '^functions/(routes|environment|on-aws/deployed)\\.ts$'],
      '^functions/(routes|environment)\\.ts$',
    ),
    only('cdk', [
      ...within('cdk', 'schemas/statistics', 'schemas/reference'),
      '^functions/routes\\.ts$',
      ...npm('aws-cdk-lib', 'cdk-nag', 'constructs', 'esbuild'),
      '^(node:)?(crypto|fs|path|util)$',
    ]),
    {
      name: 'adapters are reached from what is composed on AWS alone',
      severity: 'error',
      from: { path: '^functions/', pathNot: ['^functions/on-aws/', '^functions/store/(dynamodb|kms|s3|sqs)-'] },
      to: { path: adapters },
    },
    {
      name: 'local does not know the web console',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^(web|test|bench|cdk)/' },
    },
    {
      name: 'only tests and benchmarks import one machine, tests and benchmarks',
      severity: 'error',
      from: { path: '^(schemas|functions|cdk)/' },
      to: { path: '^(local|web|test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules/.*/node_modules|cdk\\.out|coverage)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
