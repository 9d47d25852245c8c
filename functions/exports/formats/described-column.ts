import type { Column } from '#schemas/statistics/column.ts'

/** A column as machines are told of it: its type, what it is hidden with, and what it is called and means. */
export const describedColumn = ({ name, type, block, title, meaning }: Column) => ({
  name,
  type: type.kind,
  ...(type.kind === 'decimal' ? { decimals: type.decimals } : {}),
  ...(block === undefined ? {} : { hiddenWith: block }),
  title: { sv: title.sv, en: title.en },
  meaning: { sv: meaning.sv, en: meaning.en },
})
