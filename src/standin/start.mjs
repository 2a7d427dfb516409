/**
 * Starts the stand-in Excel from plain Node: bundles the TypeScript of the server in memory and runs it.
 * `npm start` runs this; PORT chooses another port than 3000.
 */
import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

const result = await build({
  entryPoints: [join(root, 'src/standin/server/start.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
});
const folder = join(root, 'node_modules/.cache/tong-hop');
const file = join(folder, 'standin-server.mjs');
await mkdir(folder, { recursive: true });
await writeFile(file, result.outputFiles[0].contents);

const { start } = await import(pathToFileURL(file).href);
try {
  await start(root, process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
