type Policy = {
  readonly createHTML: (html: string) => string
  readonly createScriptURL: (url: string) => string
}

declare global {
  /** Absent in browsers that do not know Trusted Types. */
  var trustedTypes:
    | { readonly createPolicy: (name: 'default', policy: Policy) => unknown }
    | undefined
}

/** One named character reference, such as `&eacute;`: what the reader of Markdown asks the browser about. */
const characterReference = /^&[A-Za-z][A-Za-z0-9]*;$/

/**
 * What may become HTML or a script here, whoever asks: HTML that holds no element, and scripts of the page's own origin.
 * Libraries ask for nothing else; all that is shown is made of nodes and text. Throws a `TypeError` at anything else.
 */
export function pagePolicy(origin: string): Policy {
  return {
    createHTML: (html) => {
      if (html === '' || characterReference.test(html)) return html
      throw new TypeError('Text was about to be taken for HTML.')
    },
    createScriptURL: (url) => {
      if (new URL(url, `${origin}/`).href.startsWith(`${origin}/`)) return url
      throw new TypeError('A script was about to be loaded from elsewhere.')
    },
  }
}

/** Lays the policy down before anything is shown. The content security policy admits one of this name, once. */
export function holdToTrustedTypes(): void {
  globalThis.trustedTypes?.createPolicy('default', pagePolicy(location.origin))
}
