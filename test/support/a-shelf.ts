import type { ExportFile, ExportLinks, ExportShelf } from '#store/export-files.ts'

/** A shelf in memory with links that lead nowhere, and what is kept in it. */
export const aShelf = (): {
  readonly shelf: ExportShelf
  readonly links: ExportLinks
  readonly files: ReadonlyMap<string, ExportFile>
} => {
  const files = new Map<string, ExportFile>()
  return {
    files,
    shelf: {
      keep: async (key, file) => {
        if (!files.has(key)) files.set(key, file)
      },
      remove: async (key) => {
        files.delete(key)
      },
    },
    links: { link: async (key, name) => `https://files.example/${key}?name=${name}` },
  }
}
