/** A file that was read whole: its name, for messages, and its bytes. */
export type SourceBytes = { readonly name: string; readonly bytes: Uint8Array }
