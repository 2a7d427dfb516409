/**
 * Received items become files to read: a .zip that is no workbook is opened and each of its members becomes one, named
 * "b.zip!c/d.xlsx". Members are inflated one at a time, when asked for, so that an archive of all communes of the
 * country needs no more memory than its largest file.
 */
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { detectFileKind } from '../read/file-kind';
import { ReadingRefused } from '../read/grid-builder';
import { DEFAULT_LIMITS, type ReadLimits } from '../read/limits';
import { sourceOf, type ByteSource, type ReceivedBytes } from './byte-source';
import { looksLikeZip, readZipDirectory } from './zip-directory';
import { openZip, type GuardedZip } from './zip-guard';
import { tidyZipPath } from './zip-names';

/** One thing that was picked, dropped or found in a folder. `read` is called at most once; `Place` is what a worker can open. */
export interface ReceivedItem<Place = string> {
  /** Relative, with "/"; a picked file is its base name. */
  readonly path: string;
  /** When the file was last changed, ISO 8601 in UTC, or null. Only offered to the clerk, never taken as received. */
  readonly fileTime: string | null;
  readonly read: () => Promise<Result<Uint8Array, Refusal>>;
  /** Where a worker finds it by itself: a path on a disk, a picked file; left out where only `read` can. */
  readonly source?: Place;
}

/** One file to read: an item itself, or a member of an archive. Either its bytes or why there are none. */
export interface ReceivedFile {
  /** "a.xlsx" or "b.zip!c/d.xlsx". */
  readonly path: string;
  readonly fileTime: string | null;
  readonly bytes: Result<Uint8Array, Refusal>;
}

/** Names no person sent on purpose: hidden files, lock files of an open workbook, folders' own data. */
export function isHiddenName(path: string): boolean {
  return path.split('/').some((step) => {
    const name = step.toLowerCase();
    return (
      (name.startsWith('.') && name !== '.' && name !== '..') ||
      name.startsWith('~$') ||
      name === '__macosx' ||
      name === 'thumbs.db' ||
      name === 'desktop.ini'
    );
  });
}

/** Opens what was received, in order. Nothing is thrown for bad input; an item that cannot be read is one entry. */
export async function* expandReceived(
  items: AsyncIterable<ReceivedItem<unknown>> | Iterable<ReceivedItem<unknown>>,
  limits: ReadLimits = DEFAULT_LIMITS,
): AsyncGenerator<ReceivedFile, void, undefined> {
  for await (const item of items) {
    const bytes = await item.read();
    const archive = bytes.ok ? openArchive(sourceOf(bytes.value), limits) : null;
    if (archive === null) yield { path: item.path, fileTime: item.fileTime, bytes };
    else if (!archive.ok) yield { path: item.path, fileTime: item.fileTime, bytes: archive };
    else yield* members(item.path, archive.value);
  }
}

/** Whether a file is an archive of files, to be opened by `expandReceived`. */
export function isExpandable(received: ReceivedBytes, limits: ReadLimits = DEFAULT_LIMITS): boolean {
  try {
    return openArchive(sourceOf(received), limits) !== null;
  } catch (error) {
    // It can no longer be read: then it is nothing that could be opened.
    if (error instanceof ReadingRefused) return false;
    throw error;
  }
}

/** The archive that a file is, or null when it is something else, which the reader will name. */
function openArchive(source: ByteSource, limits: ReadLimits): Result<GuardedZip, Refusal> | null {
  if (!looksLikeZip(source.read(0, Math.min(source.size, 4))) || isOfficePackage(source, limits)) return null;
  const kind = detectFileKind(source, limits);
  if (!kind.ok || kind.value.kind !== 'archive') return null;
  return openZip(source, {
    entries: limits.archiveEntries,
    partBytes: limits.memberBytes,
    totalBytes: limits.archiveTotalBytes,
  });
}

/** The list of types stands in every Open XML package and in no archive: most files are recognised by it at once. */
function isOfficePackage(source: ByteSource, limits: ReadLimits): boolean {
  const directory = readZipDirectory(source, limits.archiveEntries);
  return directory.ok && directory.value.entries.some((entry) => entry.name === '[Content_Types].xml');
}

function* members(archivePath: string, zip: GuardedZip): Generator<ReceivedFile, void, undefined> {
  const used = new Set<string>();
  let found = false;
  for (const entry of zip.entries) {
    const name = tidyZipPath(entry.name);
    if (entry.directory || name === '' || isHiddenName(name)) continue;
    found = true;
    const path = `${archivePath}!${unused(name, used)}`;
    yield { path, fileTime: entry.fileTime(), bytes: readMember(zip, entry) };
  }
  // An archive that holds nothing must not vanish from the ledger.
  if (!found) yield { path: archivePath, fileTime: null, bytes: fail({ code: 'empty-file', detail: null }) };
}

function readMember(zip: GuardedZip, entry: GuardedZip['entries'][number]): Result<Uint8Array, Refusal> {
  const bytes = zip.read(entry);
  if (!bytes.ok) {
    return bytes.error.code === 'damaged' ? fail({ code: 'archive-entry-unreadable', detail: null }) : bytes;
  }
  return isArchive(bytes.value) ? fail({ code: 'nested-archive', detail: null }) : ok(bytes.value);
}

/** A zip that is no document, or an archive of another kind. */
function isArchive(bytes: Uint8Array): boolean {
  if (looksLikeZip(bytes)) {
    const kind = detectFileKind(bytes, DEFAULT_LIMITS);
    return kind.ok && kind.value.kind === 'archive';
  }
  const opening = String.fromCharCode(...bytes.subarray(0, 6));
  return opening.startsWith('Rar!') || opening.startsWith('7z\xbc\xaf') || opening.startsWith('\x1f\x8b');
}

/** Two members may have one name, or become alike once tidied: both are kept apart. */
function unused(name: string, used: Set<string>): string {
  let candidate = name;
  for (let number = 2; used.has(candidate); number++) {
    const dot = name.lastIndexOf('.');
    candidate = dot > 0 ? `${name.slice(0, dot)} (${String(number)})${name.slice(dot)}` : `${name} (${String(number)})`;
  }
  used.add(candidate);
  return candidate;
}
