/** Workbooks with photos in them: large files of which little is read. */
import { unzipSync, zipSync, type Zippable } from 'fflate';

/** Bytes that do not shrink, as those of a photo. */
export function noise(bytes: number, seed: number): Uint8Array {
  const out = new Uint8Array(bytes);
  let state = seed;
  for (let at = 0; at < bytes; at += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    out[at] = state >>> 16;
  }
  return out;
}

/** The zip with a photo added that follows from `seed`, stored as most programs store photos; `bytes` long. */
export function withPhoto(zip: Uint8Array, seed: number, bytes = 600_000): Uint8Array {
  const files: Zippable = { ...unzipSync(zip), 'xl/media/image1.jpg': [noise(bytes, seed), { level: 0 }] };
  return zipSync(files);
}
