import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * The secrets of one run of the browser shell. Cookies are shared by every port of 127.0.0.1, so the cookie opens the
 * page's files only; calls and events need the token, which the page keeps and no other origin can read.
 */
export type Session = {
  /** 256 random bits, as in the printed link. */
  readonly token: string
  readonly setCookie: string
  readonly isToken: (given: string | null) => boolean
  /** Whether an `Authorization` header carries the token. */
  readonly hasBearer: (authorization: string | undefined) => boolean
  readonly hasCookie: (header: string | undefined) => boolean
}

export function createSession(port: number): Session {
  const token = secret()
  const cookieName = `verbatim-${port}`
  const cookie = secret()
  return {
    token,
    setCookie: `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`,
    isToken: (given) => given !== null && isSame(given, token),
    hasBearer: (authorization) =>
      authorization !== undefined && isSame(authorization, `Bearer ${token}`),
    hasCookie: (header = '') =>
      header.split(/; */).some((pair) => isSame(pair, `${cookieName}=${cookie}`)),
  }
}

/** 256 random bits, fit for a URL. */
function secret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares in a time that does not depend on where two texts differ. */
export function isSame(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
