/**
 * Starts a developers' tool on the current sources: `node src/cli/tool.mjs corpus …`, `cells`, `fuzz`.
 * What each one does and prints is said in its own file.
 */
import { buildEntries } from './build.mjs';

const WORKER = { 'reading-worker': 'src/cli/reading-worker.ts' };
const TOOLS = {
  corpus: { corpus: 'src/cli/corpus.ts', ...WORKER },
  cells: { cells: 'src/cli/cells.ts', ...WORKER },
  fuzz: { fuzz: 'tests/proof/fuzz/run.ts', 'fuzz-worker': 'tests/proof/fuzz/worker.ts' },
};

const [name, ...rest] = process.argv.slice(2);
const entries = Object.hasOwn(TOOLS, name ?? '') ? TOOLS[name] : undefined;
if (entries === undefined) {
  process.stderr.write(`tools: ${Object.keys(TOOLS).join(' ')}\n`);
  process.exitCode = 2;
} else {
  const built = await buildEntries(entries);
  const { run } = await import(built[name]);
  process.exitCode = await run(rest);
}
