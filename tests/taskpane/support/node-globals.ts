/** What browsers and Node both have and the page of tests lacks. Imported before what uses it. */
import { webcrypto } from 'node:crypto';
import { CompressionStream, DecompressionStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';

const lacking: Readonly<Record<string, unknown>> = { TextDecoder, TextEncoder, CompressionStream, DecompressionStream };
for (const [name, value] of Object.entries(lacking)) {
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
if ((globalThis.crypto as Crypto | undefined)?.subtle === undefined)
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
