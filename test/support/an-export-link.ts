import { linking } from '#functions/on-aws/deployed.ts'

/** Answers where a file is, as a route does that hands out exports; and nothing else of it. */
export const handler = async ({ key, name }: { readonly key: string; readonly name: string }): Promise<string> =>
  linking.compose().links.link(key, name)
