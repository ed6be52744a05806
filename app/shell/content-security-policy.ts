/** Where the built page has its nonce; each answer puts a fresh one there. */
const noncePlaceholder = '__CSP_NONCE__'

/**
 * The content security policy of the page in both shells: its own origin and nothing else. The nonce is for the style
 * elements that the page's libraries insert; scripts are files of the build only. Text that is about to be taken for HTML
 * meets `renderer/trusted-types.ts`, in browsers that know Trusted Types.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

/** The page with its nonce filled in. */
export function withNonce(html: string, nonce: string): string {
  return html.replaceAll(noncePlaceholder, nonce)
}
