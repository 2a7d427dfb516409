/** Bundles the command line and its worker from the sources. Packages stay outside: Node finds them by itself. */
import { build } from 'esbuild';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Bundles what is named and returns the URL of each output: { main: "file:///…/main.mjs", … }. */
export async function buildEntries(entries) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: entries,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    outdir: 'out',
    outExtension: { '.js': '.mjs' },
    write: false,
    logLevel: 'silent',
  });
  const folder = await writeAll(result.outputFiles);
  return Object.fromEntries(Object.keys(entries).map((name) => [name, pathToFileURL(join(folder, `${name}.mjs`)).href]));
}

export function buildCli() {
  return buildEntries({ main: 'src/cli/main.ts', worker: 'src/cli/worker.ts' });
}

/** Into the package's cache, where imports of packages resolve; a read-only installation is told apart by its error. */
async function writeAll(files) {
  const folder = join(root, 'node_modules', '.cache', 'tong-hop');
  try {
    await mkdir(folder, { recursive: true });
    for (const file of files) await writeIfChanged(join(folder, file.path.split(/[\\/]/).at(-1)), file.contents);
    return folder;
  } catch (error) {
    throw new Error(`cannot write the bundled command line into ${folder}: ${error.message}`, { cause: error });
  }
}

/** Two runs may start at once: nobody may load a half-written file. */
async function writeIfChanged(path, contents) {
  const known = await readFile(path).catch(() => null);
  if (known !== null && known.equals(Buffer.from(contents))) return;
  const beside = `${path}.${process.pid}.tmp`;
  await writeFile(beside, contents);
  await rename(beside, path);
}
