import { checkAnswer } from './checked-answer.ts'

/** What a request sends beside its method and path. */
export type Sent = {
  readonly body?: unknown
  /** Sent as it is, instead of JSON. */
  readonly text?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

/** What came back; `body` is parsed when it is JSON, else the text. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely by tests, which assert what they find
  readonly body: any
}

/** A running API, spoken to as clients do; every JSON answer is held against the schema of its route. */
export type Api = {
  readonly url: string
  /** A request as a client such as `hospital-01`; without a client, without a token. */
  readonly request: (client: string | undefined, method: string, path: string, sent?: Sent) => Promise<Answer>
  readonly get: (client: string, path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly put: (
    client: string,
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
  readonly post: (client: string, path: string, body: unknown) => Promise<Answer>
}

/** The API at an address, with tokens from its own issuer unless others are given. */
export const apiAt = (url: string, tokenFor: (client: string) => Promise<string> = issuedTokens(url)): Api => {
  const request: Api['request'] = async (client, method, path, { body, text, headers = {} } = {}) => {
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(client === undefined ? {} : { authorization: `Bearer ${await tokenFor(client)}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(text === undefined ? {} : { body: text }),
    })
    const content = await response.text()
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '')
    const answer = {
      status: response.status,
      headers: response.headers,
      text: content,
      body: isJson ? JSON.parse(content) : content,
    }
    checkAnswer(method, path, answer)
    return answer
  }
  return {
    url,
    request,
    get: (client, path, headers = {}) => request(client, 'GET', path, { headers }),
    put: (client, path, body, headers = {}) => request(client, 'PUT', path, { body, headers }),
    post: (client, path, body) => request(client, 'POST', path, { body }),
  }
}

const issuedTokens = (url: string): ((client: string) => Promise<string>) => {
  const tokens = new Map<string, Promise<string>>()
  return (client) => {
    const token = tokens.get(client) ?? fetchToken(url, client)
    tokens.set(client, token)
    return token
  }
}

const fetchToken = async (url: string, client: string): Promise<string> => {
  const response = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: 'local-only' }),
  })
  const { access_token: token } = (await response.json()) as { readonly access_token: string }
  return token
}
