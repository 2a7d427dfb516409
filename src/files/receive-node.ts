/** Node only: the files that paths on a command line mean. Folders are walked, names sorted, bytes read when asked for. */
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Refusal } from '../core/finding-codes';
import { fail, ok, type Result } from '../core/result';
import { isHiddenName, type ReceivedItem } from './archive/expand';
import { DEFAULT_LIMITS, describeBytes, type ReadLimits } from './read/limits';

const NOT_PERMITTED: Refusal = { code: 'not-permitted', detail: null };

/** The path names nothing that exists. A wrong use of the command line, not a bad file. */
export class NoSuchPath extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`no such file or folder: ${path}`);
    this.path = path;
  }
}

/**
 * The files of the given paths: a folder's recursively, with paths relative to it and "/"; a file by its base name.
 * Every file that is not hidden is given, readable or not. Links are followed, loops end.
 * Throws `NoSuchPath` before anything is given when a path does not exist.
 */
export async function* receivePaths(
  paths: readonly string[],
  limits: ReadLimits = DEFAULT_LIMITS,
): AsyncGenerator<ReceivedItem, void, undefined> {
  for (const path of paths) {
    try {
      await lstat(path);
    } catch (error) {
      if (isMissing(error)) throw new NoSuchPath(path);
    }
  }
  for (const path of paths) {
    const folder = await isFolder(path);
    if (folder === true) yield* walk(path, '', new Set(), limits);
    else yield item(path, basename(path), limits);
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Null when it cannot be found out: a broken link, or no permission. */
async function isFolder(path: string): Promise<boolean | null> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return null;
  }
}

async function* walk(
  folder: string,
  prefix: string,
  above: ReadonlySet<string>,
  limits: ReadLimits,
): AsyncGenerator<ReceivedItem, void, undefined> {
  let names: string[];
  let real: string;
  try {
    real = await realpath(folder);
    names = await readdir(folder);
  } catch {
    yield { path: prefix === '' ? basename(folder) : prefix.slice(0, -1), fileTime: null, read: refuse };
    return;
  }
  // A link to a folder above itself would be walked for ever.
  if (above.has(real)) return;
  const inside = new Set(above).add(real);
  for (const name of names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (isHiddenName(name)) continue;
    const path = join(folder, name);
    if ((await isFolder(path)) === true) yield* walk(path, `${prefix}${name}/`, inside, limits);
    else yield item(path, prefix + name, limits);
  }
}

const refuse = (): Promise<Result<Uint8Array, Refusal>> => Promise.resolve(fail(NOT_PERMITTED));

async function item(path: string, label: string, limits: ReadLimits): Promise<ReceivedItem> {
  try {
    const facts = await stat(path);
    return {
      path: label,
      fileTime: facts.mtime.toISOString(),
      read: () => readBytes(path, facts.isFile(), facts.size, limits),
    };
  } catch {
    return { path: label, fileTime: null, read: refuse };
  }
}

async function readBytes(path: string, isFile: boolean, size: number, limits: ReadLimits): Promise<Result<Uint8Array, Refusal>> {
  // A pipe or a device would never end.
  if (!isFile) return fail({ code: 'not-a-workbook', detail: null });
  const bound = Math.max(limits.zipFileBytes, limits.archiveFileBytes, limits.plainFileBytes);
  if (size > bound) return fail({ code: 'too-large', detail: describeBytes(bound) });
  try {
    const content = await readFile(path);
    return ok(new Uint8Array(content.buffer, content.byteOffset, content.byteLength));
  } catch {
    return fail(NOT_PERMITTED);
  }
}
