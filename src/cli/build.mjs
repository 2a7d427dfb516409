/**
 * Bundles the command line and its worker from the sources, and keeps what it made: as long as no source changed, the
 * next start takes the bundle as it lies. Of modules packages stay outside, for Node to find by itself, but zod and fflate,
 * which every start needs: one file loads faster than eighty. Scripts hold everything but the writer of Word files, which
 * few starts need.
 */
import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, 'node_modules', '.cache', 'tong-hop');

/** The bundler takes this for newer than Node 20 and would make such a pattern anew each time it is used. */
const PATTERNS = { 'regexp-unicode-property-escapes': true };

/** Modules that share what they have in common. */
const MODULES = {
  inside: /^(?:zod|fflate)(?:\/|$)/,
  supported: PATTERNS,
  format: 'esm',
  splitting: true,
  chunkNames: 'chunk-[hash]',
  outExtension: { '.js': '.mjs' },
};
/** Scripts that hold all they need, for ./run-bundle. */
const SCRIPTS = {
  inside: /^(?!docx$|node:)/,
  mainFields: ['module', 'main'],
  conditions: ['import'],
  format: 'cjs',
  supported: { ...PATTERNS, 'dynamic-import': false },
  outExtension: { '.js': '.cjs' },
};

/** Bundles what is named and returns the URL of each output: { main: "file:///…/main.mjs", … }. */
export async function buildEntries(entries) {
  await build(entries, MODULES);
  return Object.fromEntries(Object.keys(entries).map((name) => [name, pathToFileURL(join(folder, `${name}.mjs`)).href]));
}

/** The command line and its worker as scripts; returns their paths. */
export async function buildCli() {
  const entries = { main: 'src/cli/main.ts', worker: 'src/cli/worker.ts' };
  await build(entries, SCRIPTS);
  return { main: join(folder, 'main.cjs'), worker: join(folder, 'worker.cjs') };
}

async function build(entries, shape) {
  const record = join(folder, `${Object.keys(entries).join('+')}.json`);
  const known = await readFile(record, 'utf8').then(JSON.parse, () => null);
  if (known === null || !isFresh(known, entries)) await rebuild(entries, shape, record);
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

async function rebuild(entries, { inside, ...shape }, record) {
  const esbuild = await import('esbuild');
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: entries,
    bundle: true,
    platform: 'node',
    target: 'node20',
    ...shape,
    plugins: [{ name: 'packages-stay-outside', setup: (build) => leavePackagesOutside(build, inside) }],
    // Every start and every worker reads the whole bundle: without comments it is a third shorter. Names stay.
    minifyWhitespace: true,
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  try {
    await mkdir(folder, { recursive: true });
    await removeCompiled(entries);
    for (const { path, text } of result.outputFiles) {
      await writeIfChanged(join(folder, path.split(/[\\/]/).at(-1)), Buffer.from(inAscii(text)));
    }
    const outputs = result.outputFiles.map((file) => `node_modules/.cache/tong-hop/${file.path.split(/[\\/]/).at(-1)}`);
    const sources = [...Object.keys(result.metafile.inputs), 'src/cli/build.mjs', 'package-lock.json'];
    const files = Object.fromEntries([...sources, ...outputs].map((path) => [path, traceOf(join(root, path))]));
    await writeIfChanged(record, Buffer.from(JSON.stringify({ entries, files })));
  } catch (error) {
    throw new Error(`cannot write the bundled command line into ${folder}: ${error.message}`, { cause: error });
  }
}

/**
 * The bundler writes texts in ASCII but leaves patterns as they are, where the same escapes say the same. A script of
 * ASCII letters takes half the memory, in every thread.
 */
function inAscii(script) {
  return script.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What was compiled of an earlier bundle is of no use any more, nor what a start that was ended left half written. */
async function removeCompiled(entries) {
  const isOld = (name) => Object.keys(entries).some((entry) => name.startsWith(`${entry}.cjs-`));
  const old = (await readdir(folder)).filter(isOld);
  for (const name of old) await rm(join(folder, name), { force: true });
}

function leavePackagesOutside(build, inside) {
  build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    kind === 'entry-point' || inside.test(path) ? null : { path, external: true },
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
