import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** One function's code, ready to be an asset. */
export type Bundle = { readonly folder: string; readonly bytes: number; readonly sha256: string }

/** The bundles by the name of their file under `functions/`. */
export type Bundles = Readonly<Record<string, Bundle>>

/**
 * Bundles files of `functions/` into a folder each under `out/bundles`, all in one run. The same sources give the same
 * bytes. What lies under `beside[file]` is copied into the file's folder; source maps are put apart, under `out/source-maps`.
 */
export const bundle = async (
  files: readonly string[],
  out: string,
  beside: Readonly<Record<string, string>> = {},
): Promise<Bundles> => {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: files.map((file) => `functions/${file}.ts`),
    outdir: 'unwritten',
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    minify: true,
    legalComments: 'none',
    sourcemap: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    alias: ESM_BUILDS,
    plugins: [runtimeSdk],
  })
  rmSync(join(out, 'bundles'), { recursive: true, force: true })
  for (const { path, contents } of outputFiles) {
    const name = basename(path)
    const target = name.endsWith('.map')
      ? join(out, 'source-maps', name)
      : join(out, 'bundles', basename(name, '.mjs'), 'index.mjs')
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, contents)
  }
  for (const [file, folder] of Object.entries(beside))
    cpSync(join(ROOT, folder), join(out, 'bundles', file, basename(folder)), { recursive: true })
  return Object.fromEntries(files.map((file) => [file, measured(join(out, 'bundles', basename(file)))]))
}

const ROOT = join(import.meta.dirname, '..')

// For Node these packages name a CommonJS build, which cannot be shaken and would need a `require` at run time.
const ESM_BUILDS = {
  yaml: './node_modules/yaml/browser/index.js',
  'jsonpath-plus': './node_modules/jsonpath-plus/dist/index-node-esm.js',
  '@aws-sdk/s3-request-presigner': './node_modules/@aws-sdk/s3-request-presigner/dist-es/index.js',
  '@aws-sdk/signature-v4-multi-region': './node_modules/@aws-sdk/signature-v4-multi-region/dist-es/index.js',
  '@smithy/signature-v4': './node_modules/@smithy/signature-v4/dist-es/index.js',
}

// The runtime brings the SDK. Marked as free of side effects, a client that a bundle does not use is not imported.
const runtimeSdk: Plugin = {
  name: 'the SDK of the runtime',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@(aws-sdk|smithy)\// }, ({ path, importer }) =>
      path === PRESIGNER || IN_SDK.test(importer) ? undefined : { path, external: true, sideEffects: false },
    )
  },
}

// Of clients alone it is documented that the runtime has them: what signs addresses is brought along, with all that it needs.
const PRESIGNER = '@aws-sdk/s3-request-presigner'
const IN_SDK = /node_modules\/@(aws-sdk|smithy)\//

const measured = (folder: string): Bundle => {
  const hash = createHash('sha256')
  let bytes = 0
  for (const path of filesUnder(folder)) {
    const content = readFileSync(join(folder, path))
    hash.update(`${path}\n${content.length}\n`).update(content)
    bytes += content.length
  }
  return { folder, bytes, sha256: hash.digest('hex') }
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
