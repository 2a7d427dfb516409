/** What Node does faster than portable code, switched on once a thread. Node only; the same promises (tests/proof). */
import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import * as zlib from 'node:zlib';
import { useChecksum } from './archive/crc32';
import { useInflate, useInflateTogether } from './archive/inflate';
import { inflateNatively, inflateTogetherNatively } from './archive/inflate-node';
import { useAsciiDecoder, useByteLetters, useUtf8Decoder } from './read/decode-text';
import { useSameBytes } from './read/known-parts';

/** Lets Node inflate, compute checksums, compare bytes and take plain letters, in this thread. */
export function useNode(): void {
  useInflate(inflateNatively);
  useInflateTogether(inflateTogetherNatively);
  // Node has it since 20.15.
  if (typeof zlib.crc32 === 'function') useChecksum((before, bytes) => zlib.crc32(bytes, before));
  useSameBytes((a, b) => Buffer.compare(a, b) === 0);
  useAsciiDecoder(decodeAsciiNatively);
  useUtf8Decoder((bytes) => (isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') : null));
  useByteLetters((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}

function decodeAsciiNatively(bytes: Uint8Array): string | null {
  return isAscii(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1') : null;
}
