/** Files as they come from a file dialog or from a drop, each with the path it will be known by. */
import type { PickedFile } from '../wiring/messages';

/** Of a file dialog. A chosen folder's own name is left out: paths are relative to it. */
export function fromDialog(files: Iterable<File>): readonly PickedFile[] {
  return [...files].map((file) => {
    const inFolder = file.webkitRelativePath.split('/').slice(1).join('/');
    return { path: inFolder === '' ? file.name : inFolder, file };
  });
}

/**
 * Of a drop; folders are walked. Entries must be asked for before the event ends, so that happens first.
 * Empty when what was dropped is no file: a text, a picture from a page, a message of some mail programs.
 */
export async function fromDrop(data: DataTransfer): Promise<readonly PickedFile[]> {
  const entries = [...data.items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry()] : []));
  const plain = [...data.files];
  const known = entries.filter((entry) => entry !== null);
  if (known.length === 0) return plain.map((file) => ({ path: file.name, file }));
  const single = known.length === 1;
  const found = await Promise.all(known.map((entry) => walk(entry, single && entry.isDirectory ? null : '')));
  return found.flat();
}

/** `prefix` null: the folder's own name is left out. */
async function walk(entry: FileSystemEntry, prefix: string | null): Promise<readonly PickedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => {
      entry.file(resolve, () => {
        resolve(null);
      });
    });
    return file === null ? [] : [{ path: `${prefix ?? ''}${entry.name}`, file }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const inside: FileSystemEntry[] = [];
  // A reader gives a hundred entries at a time, and none when it is through.
  for (let batch = await nextEntries(reader); batch.length > 0; batch = await nextEntries(reader)) inside.push(...batch);
  const below = prefix === null ? '' : `${prefix}${entry.name}/`;
  return (await Promise.all(inside.map((one) => walk(one, below)))).flat();
}

function nextEntries(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve) => {
    reader.readEntries(resolve, () => {
      resolve([]);
    });
  });
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Photos, films, sound: never a workbook, whatever is in them, and heavy. Told by name, so that none is opened. */
const MEDIA =
  /\.(?:jpe?g|jfif|png|gif|bmp|tiff?|webp|heic|heif|avif|svg|psd|raw|cr2|nef|arw|dng|mp4|mov|avi|mkv|wmv|webm|3gp|m4v|mts|mp3|m4a|wav|aac|ogg|wma|amr)$/i;

/** What is left to read without photos and films, and how much was left out (bytes). */
export function withoutMedia(picked: readonly PickedFile[]): {
  readonly kept: readonly PickedFile[];
  readonly skipped: number;
  readonly bytes: number;
} {
  const kept = picked.filter(({ path }) => !MEDIA.test(path));
  const media = picked.filter(({ path }) => MEDIA.test(path));
  return { kept, skipped: media.length, bytes: media.reduce((sum, { file }) => sum + file.size, 0) };
}

/**
 * Chosen files besides those that are already there. The same file once more (name, size, time) is left out and
 * counted; another file of the same name gets a number: "a (2).xlsx".
 */
export function addPicked(
  there: readonly PickedFile[],
  picked: readonly PickedFile[],
): { readonly added: readonly PickedFile[]; readonly again: number } {
  const known = new Map(there.map((one) => [one.path, one.file]));
  const added: PickedFile[] = [];
  let again = 0;
  for (const { path, file } of picked) {
    let free = path;
    let number = 1;
    // The same file may already be there under its name or under one with a number.
    for (let other = known.get(free); other !== undefined && !isSame(other, file); other = known.get(free)) {
      number += 1;
      free = numbered(path, number);
    }
    if (known.has(free)) again += 1;
    else {
      known.set(free, file);
      added.push({ path: free, file });
    }
  }
  return { added, again };
}

function isSame(a: File, b: File): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}

function numbered(path: string, number: number): string {
  const dot = path.lastIndexOf('.');
  const cut = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  return `${path.slice(0, cut)} (${String(number)})${path.slice(cut)}`;
}
