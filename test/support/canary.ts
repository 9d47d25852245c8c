import { createHash } from 'node:crypto'
import { aTestNumber } from './test-numbers.ts'

/** The identity number that is sent everywhere, and must be found nowhere. */
export const canary = aTestNumber('19560417', '999')

const short = canary.slice(2)
const hyphenated = `${short.slice(0, 6)}-${short.slice(6)}`

const inEscapes = (text: string): string =>
  [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const inPercents = (text: string): string => [...text].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('')
const inEntities = (text: string): string => [...text].map((sign) => `&#${sign.charCodeAt(0)};`).join('')
const inUtf16 = (text: string, order: 'little' | 'big'): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'little' ? bytes : bytes.swap16()
}

/** The number as a sender may write it, with what reads it as text in the end. */
export const written = {
  plain: canary,
  hyphenated: `${canary.slice(0, 8)}-${canary.slice(8)}`,
  short,
  'short, hyphenated': hyphenated,
  'short, with a dash': `${short.slice(0, 6)}\u2013${short.slice(6)}`,
  'in wide digits': [...short].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join(''),
} as const

/** The number written so that it has to be decoded first. */
export const encoded = {
  'in percents': inPercents(canary),
  'in escapes': inEscapes(canary),
  'in base64': Buffer.from(canary).toString('base64'),
  'in hexadecimal': Buffer.from(canary).toString('hex'),
} as const

// Where text begins in three bytes decides its base64; what is left of it whatever stands beside is what is sought.
const inBase64 = (text: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.from(' '.repeat(before) + text)
      .toString('base64')
      .replace(/=+$/, '')
    const [first, last] = [before === 0 ? 0 : before + 1, (before + text.length) % 3 === 0 ? 0 : 1]
    return whole.slice(first, whole.length - last)
  })

// A digest without a key is as good as the number: there are few numbers to try. Its first fifteen bytes tell it.
const digestsOf = (text: string): readonly (string | Buffer)[] =>
  ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => {
    const digest = createHash(algorithm).update(text).digest().subarray(0, 15)
    return [digest, digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')]
  })

const texts = [short, hyphenated, written['short, with a dash'], written['in wide digits']]

/** What the number is known by, by the name of its form; the century is left out, so that both lengths are found. */
const forms: readonly (readonly [name: string, bytes: Buffer])[] = [
  ...texts.flatMap((text): readonly (readonly [string, string | Buffer])[] => [
    ['as text', text],
    ['in percents', inPercents(text)],
    ['in part in percents', encodeURIComponent(text)],
    ['in escapes', inEscapes(text)],
    ['in entities', inEntities(text)],
    ['in hexadecimal', Buffer.from(text).toString('hex')],
    ['in UTF-16', inUtf16(text, 'little')],
    ['in UTF-16, big end first', inUtf16(text, 'big')],
    ...inBase64(text).map((part) => ['in base64', part] as const),
  ]),
  ...[canary, short, hyphenated, written.hyphenated].flatMap((text) =>
    digestsOf(text).map((digest) => ['as a digest', digest] as const),
  ),
].map(([name, form]) => [name, Buffer.from(form)])

/** The forms in which the number stands in bytes or a text; none is what is hoped for. */
export const tracesIn = (content: Uint8Array | string): readonly string[] => {
  const bytes = Buffer.from(content)
  return [...new Set(forms.filter(([, form]) => bytes.includes(form)).map(([name]) => name))]
}
