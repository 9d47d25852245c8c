import { checkAnswer } from '../checked-answer.ts'
import type { Asked } from './ask-in-process.ts'
import { MARKER } from './odd-values.ts'

/**
 * Throws unless an answer is one of a service that is in order: no 5xx, a refusal as a problem that repeats nothing of what
 * was sent, a success as its route's schema has it, and an identity number in neither.
 */
export const expectSound = ({ routeKey, status, headers, text, isHead }: Asked, identity: string): void => {
  const fault = (what: string): Error => new Error(`${routeKey} answers ${status} ${what}: ${text.slice(0, 500)}`)
  if (status < 200 || status >= 500) throw fault('where it should answer or refuse')
  if (routeKey === '$default' && status !== 404) throw fault('for what is no route')
  const isProblem = headers.get('content-type')?.split(';')[0] === 'application/problem+json'
  if (isProblem !== status >= 400) throw fault(`as ${headers.get('content-type')}`)
  if (text.includes(identity)) throw fault('with an identity number')
  if (isHead) return
  const said = `${text}\n${[...headers].join('\n')}`.toLowerCase()
  if (status >= 400 && said.includes(MARKER)) throw fault('with something that was sent')
  const isJson = /[/+]json/.test(headers.get('content-type') ?? '')
  const [method = '', template = '/'] = routeKey.split(' ')
  checkAnswer(method, template.replace(/\{\w+\}/g, 'x'), { status, headers, body: isJson ? JSON.parse(text) : text })
}
