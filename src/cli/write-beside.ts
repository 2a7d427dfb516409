/** Writing a result so that nothing is ever half-written: beside its place first, then renamed. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Letters of pieces that are written at once. */
const AT_ONCE = 64 * 1024;

/** Gathers pieces of a text into fewer, larger ones. */
export function* gathered(pieces: Iterable<string>): Generator<string, void, undefined> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < AT_ONCE) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** Writes bytes, or a text in pieces, to a path; on any failure the path is left as it was and the error is thrown. */
export async function writeBeside(path: string, content: Uint8Array | string | Iterable<string>): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(beside, content instanceof Uint8Array || typeof content === 'string' ? content : gathered(content));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
