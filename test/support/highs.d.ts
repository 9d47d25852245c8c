// The package's own types are read as those of a CommonJS module, which has no default to call; this is what is used of it.
declare module 'highs' {
  type ModelData = {
    readonly numCols: number
    readonly numRows: number
    readonly colCost: readonly number[]
    readonly colLower: readonly number[]
    readonly colUpper: readonly number[]
    readonly rowLower: readonly number[]
    readonly rowUpper: readonly number[]
    readonly matrix: {
      readonly format: 'csr'
      readonly numRows: number
      readonly numCols: number
      readonly starts: readonly number[]
      readonly indices: readonly number[]
      readonly values: readonly number[]
    }
  }
  type Model = {
    readonly options: { readonly set: (options: { readonly output_flag: boolean }) => void }
    readonly changeColsCost: (
      columns: { readonly kind: 'range'; readonly from: number; readonly to: number },
      costs: Float64Array,
    ) => void
    readonly run: () => void
    readonly clearSolver: () => void
    readonly getModelStatus: () => number
    readonly getSolution: () => { readonly colValue: Float64Array }
    readonly dispose: () => void
  }
  export type Highs = {
    readonly constants: { readonly modelStatus: { readonly optimal: number; readonly unknown: number } }
    readonly createModel: (data: ModelData) => Model
  }
  const load: () => Promise<Highs>
  // biome-ignore lint/style/noDefaultExport: it is what the package exports.
  export default load
}
