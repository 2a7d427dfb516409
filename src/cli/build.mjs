/**
 * Bundles the command line and its worker from the sources, and keeps what it made: as long as no source changed, the
 * next start takes the bundle as it lies. Packages stay outside: Node finds them by itself; only zod and fflate, which
 * every start needs, are bundled, because one file loads faster than eighty.
 */
import { statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, 'node_modules', '.cache', 'tong-hop');

/** Bundles what is named and returns the URL of each output: { main: "file:///…/main.mjs", … }. */
export async function buildEntries(entries) {
  const record = join(folder, `${Object.keys(entries).join('+')}.json`);
  const known = await readFile(record, 'utf8').then(JSON.parse, () => null);
  if (known === null || !isFresh(known, entries)) await rebuild(entries, record);
  return Object.fromEntries(Object.keys(entries).map((name) => [name, pathToFileURL(join(folder, `${name}.mjs`)).href]));
}

export function buildCli() {
  return buildEntries({ main: 'src/cli/main.ts', worker: 'src/cli/worker.ts' });
}

/** When and how long a file is, or null when it is gone. */
function traceOf(path) {
  const facts = statSync(path, { throwIfNoEntry: false });
  return facts === undefined ? null : `${facts.mtimeMs} ${facts.size}`;
}

function isFresh(known, entries) {
  const same = JSON.stringify(known.entries) === JSON.stringify(entries);
  return same && Object.entries(known.files).every(([path, trace]) => traceOf(join(root, path)) === trace);
}

async function rebuild(entries, record) {
  const { build } = await import('esbuild');
  const result = await build({
    absWorkingDir: root,
    entryPoints: entries,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    plugins: [{ name: 'packages-stay-outside', setup: leavePackagesOutside }],
    // Every start and every worker reads the whole bundle: without comments it is a third shorter. Names stay.
    minifyWhitespace: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    outdir: 'out',
    outExtension: { '.js': '.mjs' },
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  try {
    await mkdir(folder, { recursive: true });
    for (const file of result.outputFiles) await writeIfChanged(join(folder, file.path.split(/[\\/]/).at(-1)), file.contents);
    const outputs = result.outputFiles.map((file) => `node_modules/.cache/tong-hop/${file.path.split(/[\\/]/).at(-1)}`);
    const sources = [...Object.keys(result.metafile.inputs), 'src/cli/build.mjs', 'package-lock.json'];
    const files = Object.fromEntries([...sources, ...outputs].map((path) => [path, traceOf(join(root, path))]));
    await writeIfChanged(record, Buffer.from(JSON.stringify({ entries, files })));
  } catch (error) {
    throw new Error(`cannot write the bundled command line into ${folder}: ${error.message}`, { cause: error });
  }
}

function leavePackagesOutside(build) {
  build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    kind === 'entry-point' || /^(?:zod|fflate)(?:\/|$)/.test(path) ? null : { path, external: true },
  );
}

/** Two runs may start at once: nobody may load a half-written file. */
async function writeIfChanged(path, contents) {
  const known = await readFile(path).catch(() => null);
  if (known !== null && known.equals(Buffer.from(contents))) return;
  const beside = `${path}.${process.pid}.tmp`;
  await writeFile(beside, contents);
  await rename(beside, path);
}
