/** Bytes that are encoded at a time: a multiple of three, so that the parts join, and few enough for one call. */
const chunkBytes = 24 * 1024

/** Bytes in base64 (RFC 4648, padded). */
export function toBase64(bytes: Uint8Array): string {
  // Typed as if everywhere, but new: Chromium has it from 140, Firefox from 133.
  return typeof bytes.toBase64 === 'function' ? bytes.toBase64() : encodeInChunks(bytes)
}

function encodeInChunks(bytes: Uint8Array): string {
  let base64 = ''
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const chunk = bytes.subarray(start, start + chunkBytes)
    base64 += btoa(String.fromCharCode(...chunk))
  }
  return base64
}
