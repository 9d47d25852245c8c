import { routes } from '../functions/routes.ts'

/** What a function is bound to. */
export type Needs = {
  readonly table?: 'read' | 'write'
  readonly pseudonyms?: boolean
  readonly tasks?: boolean
  readonly exports?: 'keep' | 'link'
  readonly accessLog?: 'write' | 'read'
}

/** A route as the gateway knows it, and the file under `functions/` that answers it. */
export type DeployedRoute = {
  readonly file: string
  readonly routeKey: string
  readonly summary: string
  /** Whether it is answered without a token. */
  readonly isOpen: boolean
  readonly needs: Needs
}

type TableEntry = {
  readonly method: string
  readonly path: string
  readonly scope?: string
  readonly file: string
  readonly summary: string
  readonly needs?: Needs
}

const table: Readonly<Record<string, TableEntry>> = routes

/** The route table as it is deployed, with the route that the gateway takes when no other fits. */
export const deployedRoutes: readonly DeployedRoute[] = [
  ...Object.values(table).map(({ method, path, scope, file, summary, needs = {} }) => ({
    file,
    routeKey: `${method} ${path}`,
    summary,
    isOpen: scope === undefined,
    needs,
  })),
  { file: 'not-found', routeKey: '$default', summary: 'Answers 404 for everything else', isOpen: true, needs: {} },
]

/** The job of each deployment that publishes the rule files, which lie beside it. */
export const publishRules = {
  file: 'publish-rules',
  summary: 'Publishes the rule files of a deployment',
  rules: 'rules',
}

/** The job that performs the tasks which routes leave. */
export const work = { file: 'work', summary: 'Performs the tasks that routes have left' }

/** Every file under `functions/` that is deployed. */
export const deployedFiles: readonly string[] = [
  ...deployedRoutes.map(({ file }) => file),
  publishRules.file,
  work.file,
]
