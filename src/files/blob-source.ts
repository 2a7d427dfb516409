/** A picked file as a source: a worker of a browser reads of it what it needs, and the page hands over nothing but the file. */
import { inBlocks, type ByteSource } from './archive/byte-source';
import { ReadingRefused } from './read/grid-builder';

/** Reads a stretch of a file at once, which in a browser only workers can. Throws where the file can no longer be read. */
export type ReadBlob = (blob: Blob, from: number, to: number) => ArrayBuffer;

/** See {@link ByteSource}. Nothing is read before it is asked for. */
export function blobSource(blob: Blob, readNow: ReadBlob): ByteSource {
  return inBlocks({
    size: blob.size,
    read: (from, to) => {
      try {
        return new Uint8Array(readNow(blob, from, to));
      } catch {
        // Moved, deleted, changed or locked since it was chosen.
        throw new ReadingRefused('not-permitted');
      }
    },
  });
}
