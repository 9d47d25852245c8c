/** Where the files of exports are kept: each once, never changed, until it is disposed of. */
export type ExportShelf = {
  /** Keeps a file under its key; one that is there already stays as it is. */
  readonly keep: (key: string, file: ExportFile) => Promise<void>
  /** Takes a file away; there need not be one. */
  readonly remove: (key: string) => Promise<void>
}

/** What hands out files of exports to those who may have them. */
export type ExportLinks = {
  /** An address that gives the file to whoever has it, for a few minutes; `name` is what it is saved as. */
  readonly link: (key: string, name: string) => Promise<string>
}

/** The bytes of a file and what they are. */
export type ExportFile = { readonly bytes: Uint8Array; readonly mediaType: string }
