/**
 * Batches and bytes of each thing a clerk does in Excel, counted over the stand-in: `node tools/bench/excel.mjs [units …]`,
 * 168 and 3,321 units where none are named. Part of `npm run bench`. Exits 1 where a limit is broken.
 */
import { build } from 'esbuild';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const cache = join(root, 'node_modules', '.cache', 'tong-hop');
const outfile = join(cache, 'bench-excel.cjs');
await mkdir(cache, { recursive: true });
// Univer's packages lean on others that Node cannot require: they are bundled. jsdom reads files beside its own.
await build({
  entryPoints: [join(root, 'tests', 'excel', 'support', 'bench.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['jsdom', '@microsoft/office-js'],
  outfile,
  logLevel: 'error',
});
const { printCounts } = createRequire(import.meta.url)(outfile);
const named = process.argv.slice(2).map((one) => Number.parseInt(one, 10));
try {
  const good = await printCounts(root, named.length > 0 ? named : [168, 3321], (line) => process.stdout.write(`${line}\n`));
  process.exit(good ? 0 : 1);
} catch (error) {
  // Printed by itself, Node would show the library's line of a million letters.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
