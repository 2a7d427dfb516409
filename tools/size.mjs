/**
 * What a clerk waits for before the pane can be used: the page, and every script and style it names or imports at once,
 * compressed as a server sends them, inside Excel (office.js apart). Workers, the result panel and what they need are loaded later and not counted.
 * `node tools/size.mjs [folder]` prints the sum and exits 1 above the ceiling.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * 130 KB, because the floor is 93 (React 58, Fluent's provider, button and styles, zod/mini) and an old office computer
 * on a shared line must show the pane within about a second. What brings it near belongs behind a lazy import.
 */
const CEILING = 130 * 1024;

const folder = process.argv[2] ?? join(fileURLToPath(new URL('.', import.meta.url)), '..', 'dist');
const page = readFileSync(join(folder, 'excel.html'), 'utf8');
const named = [...page.matchAll(/<(?:script|link)[^>]*?(?:src|href)="?([^"\s>]+\.(?:js|css))"?/g)].map((match) => match[1])
  .filter((address) => !address.startsWith('https://appsforoffice.'))
  .map((address) => address.split('/').at(-1));

/** A module's static imports are loaded with it; `import(…)` is not. */
function withStaticImports(file, seen) {
  if (seen.has(file)) return;
  seen.add(file);
  if (!file.endsWith('.js')) return;
  const text = readFileSync(join(folder, file), 'utf8');
  for (const match of text.matchAll(/(?:^|[;}\n])\s*import(?:[\w*{},\s$]+from)?\s*["']\.\/([^"']+\.js)["']/g)) withStaticImports(match[1], seen);
}

const files = new Set();
for (const file of named) withStaticImports(file, files);
if (![...files].some((file) => file.endsWith('.js'))) {
  console.error('the page names no script');
  process.exit(1);
}

let sum = gzipSync(page).length;
for (const file of files) {
  const bytes = gzipSync(readFileSync(join(folder, file))).length;
  sum += bytes;
  console.log(`${(bytes / 1024).toFixed(1).padStart(7)} KB  ${file}`);
}
console.log(`${(sum / 1024).toFixed(1).padStart(7)} KB  first load, gzip; the ceiling is ${String(CEILING / 1024)} KB`);
if (sum > CEILING) {
  console.error('The first load is above its ceiling: load what is not needed at once lazily.');
  process.exitCode = 1;
}
