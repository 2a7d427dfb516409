/** The repository's own files, for tests that look at sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** Made by tools, or not part of the repository (see .gitignore). */
const SKIPPED = new Set(['node_modules', '.git', 'dist', 'coverage', '.cache']);

/** Paths relative to the repository, with "/", sorted. */
export function filesUnder(folder: string): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(ROOT, path), { withFileTypes: true })) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) walk(inner);
      } else if (entry.isFile()) found.push(inner);
    }
  };
  walk(folder);
  return found.sort();
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
