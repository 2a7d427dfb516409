/**
 * Starts the stand-in Excel from plain Node: bundles the TypeScript of the server in memory and runs it.
 * `npm start` runs this, and builds the add-in first where that is needed; PORT chooses another port than 3000.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The add-in as it ships, built anew when a source is younger than the last build. */
function buildAddin() {
  const built = statSync(join(root, 'dist', 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['src', 'assets'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  const isYounger = (file) => statSync(file).mtimeMs > built;
  if (![...sources, ...['manifest.xml', 'webpack.config.js', 'package.json'].map((name) => join(root, name))].some(isYounger)) return;
  console.log('Đang dựng tiện ích…');
  const webpack = join(root, 'node_modules', 'webpack-cli', 'bin', 'cli.js');
  const done = spawnSync(process.execPath, [webpack, '--mode', 'production'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error('Không dựng được tiện ích.');
}

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
  buildAddin();
  await start(root, process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
