/** The fingerprint by which the same file sent twice is recognised. Works in Node, in workers and in the pane. */

/** SHA-256 in lower-case hexadecimal, 64 characters. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  // A view on shared memory is not accepted everywhere; a copy is.
  const owned = bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
  const digest = await globalThis.crypto.subtle.digest('SHA-256', owned);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
