/**
 * Node only: the files that paths on a command line mean. Folders are walked, names sorted; a file is opened when somebody
 * asks for it, by the worker that reads it as a rule (./file-at-node).
 */
import { lstatSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import type { Refusal } from '../core/finding-codes';
import { fail, type Result } from '../core/result';
import { isHiddenName, type ReceivedItem } from './archive/expand';
import { readFileAt } from './file-at-node';
import { DEFAULT_LIMITS, type ReadLimits } from './read/limits';

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
export function* receivePaths(
  paths: readonly string[],
  limits: ReadLimits = DEFAULT_LIMITS,
): Generator<ReceivedItem, void, undefined> {
  for (const path of paths) {
    try {
      lstatSync(path);
    } catch (error) {
      if (isMissing(error)) throw new NoSuchPath(path);
    }
  }
  for (const path of paths) {
    if (isFolder(path) === true) yield* walk(path, '', new Set(), limits);
    else yield item(path, basename(path), limits);
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Null when it cannot be found out: a broken link, or no permission. */
function isFolder(path: string): boolean | null {
  try {
    return statSync(path).isDirectory();
  } catch {
    return null;
  }
}

function* walk(
  folder: string,
  prefix: string,
  above: ReadonlySet<string>,
  limits: ReadLimits,
): Generator<ReceivedItem, void, undefined> {
  let entries: Dirent[];
  let real: string;
  try {
    real = realpathSync(folder);
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    yield { path: prefix === '' ? basename(folder) : prefix.slice(0, -1), fileTime: null, read: refuse };
    return;
  }
  // A link to a folder above itself would be walked for ever.
  if (above.has(real)) return;
  const inside = new Set(above).add(real);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    const { name } = entry;
    if (isHiddenName(name)) continue;
    const path = join(folder, name);
    // A plain file needs no second question; a link leads who knows where.
    if (!entry.isFile() && isFolder(path) === true) yield* walk(path, `${prefix}${name}/`, inside, limits);
    else yield item(path, prefix + name, limits);
  }
}

const refuse = (): Promise<Result<Uint8Array, Refusal>> => Promise.resolve(fail(NOT_PERMITTED));

function item(path: string, label: string, limits: ReadLimits): ReceivedItem {
  return {
    path: label,
    source: path,
    get fileTime() {
      try {
        return statSync(path).mtime.toISOString();
      } catch {
        return null;
      }
    },
    read: () => Promise.resolve(readFileAt(path, limits)),
  };
}
