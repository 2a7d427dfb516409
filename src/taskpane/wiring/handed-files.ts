/**
 * Chosen files on their way to the desk. To hand over one file takes the browser as long as to read half a megabyte, so
 * small ones go together, as one blob of their bytes one behind the other.
 */
import { WHOLE_BYTES } from '../../files/fingerprint';
import type { HandedFile, PickedFile, SmallFile } from './messages';

/** So many small files make one blob. */
const TOGETHER = 48;

export const isSmall = (file: HandedFile): file is SmallFile => 'together' in file;

/** The same files in the same order, small ones together. Those that are so already stay as they are. */
export function handedOver(files: readonly HandedFile[]): readonly HandedFile[] {
  const handed: HandedFile[] = [];
  let some: PickedFile[] = [];
  /** Places in `handed` of those in `some`. */
  let places: number[] = [];
  const tie = (): void => {
    const together = new Blob(some.map(({ file }) => file));
    let from = 0;
    for (const [index, { path, file }] of some.entries()) {
      const { size, lastModified } = file;
      handed[places[index] ?? -1] = { path, size, lastModified, from, together };
      from += size;
    }
    [some, places] = [[], []];
  };
  for (const one of files) {
    handed.push(one);
    if (isSmall(one) || one.file.size > WHOLE_BYTES) continue;
    places.push(handed.length - 1);
    some.push(one);
    if (some.length === TOGETHER) tie();
  }
  if (some.length > 0) tie();
  return handed;
}
