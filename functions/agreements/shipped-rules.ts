import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { ShippedFile } from './read-shipped.ts'

/** Every YAML file under a folder, in the order of the paths. */
export const shippedRules = (folder: string): readonly ShippedFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(folder, path), yaml: readFileSync(path, 'utf8') }))
