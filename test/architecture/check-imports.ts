import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'

/** Cruises the imports of every source file, and makes sure that a planted violation is caught and no file is passed over. */
const FOLDERS = ['schemas', 'functions', 'local', 'test', 'bench', 'cdk']
const PLANTED = 'functions/domain/planted-violation.ts'

type Cruise = {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string }
      readonly from: string
      readonly to: string
    }[]
  }
}

const cruise = (folders: readonly string[]): Cruise => {
  return JSON.parse(
    execFileSync(
      process.execPath,
      [
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
        ...folders,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    ),
  )
}

const git = (...args: readonly string[]): readonly string[] =>
  execFileSync('git', args, { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '')

const tracked = git(
  'ls-files',
  '--cached',
  '--others',
  '--exclude-standard',
  ...FOLDERS.map((folder) => `${folder}/*.ts`),
)
const present = FOLDERS.filter((folder) => tracked.some((file) => file.startsWith(`${folder}/`)))

const { modules, summary } = cruise(present)
const cruised = new Set(modules.map(({ source }) => source))
const passedOver = tracked.filter((file) => !file.endsWith('.d.ts') && !cruised.has(file))

writeFileSync(PLANTED, "import { ruleStore } from '#store/rule-store.ts'\n\nexport const planted = ruleStore\n")
let isCaught = false
try {
  isCaught = cruise(['functions']).summary.violations.some(({ from }) => from === PLANTED)
} finally {
  rmSync(PLANTED)
}

for (const { rule, from, to } of summary.violations) console.error(`${from} → ${to}: ${rule.name}`)
for (const file of passedOver) console.error(`${file} was not cruised`)
if (!isCaught) console.error('The planted violation was not caught')
console.log(`${cruised.size} modules cruised, ${summary.violations.length} violations`)
process.exitCode = summary.violations.length === 0 && passedOver.length === 0 && isCaught ? 0 : 1
