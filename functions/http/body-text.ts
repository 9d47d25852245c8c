import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { headerOf } from './header.ts'
import { brokenText, emptyBody, tooLarge, unsupportedMediaType } from './problem.ts'

/** The body as text: in the media type asked for, in UTF-8, not empty and not over the limit; throws the problem otherwise. */
export const bodyText = (event: APIGatewayProxyEventV2, mediaType: string, maximumBytes: number): string => {
  const bytes = bodyBytes(event, mediaType, maximumBytes)
  const text = event.isBase64Encoded ? decoded(bytes) : (event.body ?? '')
  if (text.trim() === '') throw emptyBody()
  return text
}

/** The body as the very bytes that were sent: in the media type asked for, not empty and not over the limit. */
export const bodyBytes = (event: APIGatewayProxyEventV2, mediaType: string, maximumBytes: number): Buffer => {
  if (!isAccepted(event, mediaType)) throw unsupportedMediaType(mediaType)
  const { body = '', isBase64Encoded } = event
  const bytes = isBase64Encoded ? Buffer.from(body, 'base64') : Buffer.from(body, 'utf8')
  if (bytes.length > maximumBytes) throw tooLarge()
  if (bytes.length === 0) throw emptyBody()
  return bytes
}

const isAccepted = (event: APIGatewayProxyEventV2, mediaType: string): boolean => {
  const [given, ...parameters] = parts(headerOf(event, 'content-type') ?? '')
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  const isUtf8 = charset === undefined || /^charset="?(utf-?8|us-ascii)"?$/.test(charset)
  const encoding = headerOf(event, 'content-encoding') ?? 'identity'
  return given === mediaType && isUtf8 && encoding.trim().toLowerCase() === 'identity'
}

const parts = (header: string): readonly string[] => header.split(';').map((part) => part.trim().toLowerCase())

const decoded = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw brokenText()
  }
}
