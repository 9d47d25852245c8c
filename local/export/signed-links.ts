import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A file that a link gives, what it is saved as, and until when: seconds since 1970. */
export type Linked = { readonly key: string; readonly name: string; readonly expires: number }

/** Signs links and knows its own again. */
export type SignedLinks = {
  readonly sign: (linked: Linked) => string
  readonly isOwn: (linked: Linked, signature: string) => boolean
}

/** Links signed with HMAC-SHA-256 by a key that is made now and kept nowhere: with the process its links end. */
export const signedLinks = (): SignedLinks => {
  const secret = randomBytes(32)
  // Of fixed length, so that the comparison tells by its time neither how much is right nor how long it is.
  const digest = (text: string): Buffer => createHmac('sha256', secret).update(text).digest()
  const sign = ({ key, name, expires }: Linked): string =>
    digest(JSON.stringify([key, name, expires])).toString('base64url')
  return {
    sign,
    isOwn: (linked, signature) => timingSafeEqual(digest(sign(linked)), digest(signature)),
  }
}
