#!/usr/bin/env node
/**
 * Runs the command line on the current sources, no build step first: the sources are bundled (some tens of
 * milliseconds) into the package's cache, then run. Bundled workers start faster than any loader could transform.
 */
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { buildCli } from './build.mjs';

const { runBundle } = createRequire(import.meta.url)('./run-bundle.cjs');
const { startThreads } = createRequire(import.meta.url)('./threads.cjs');

/** From this Node on, V8 has an optimiser that is quick (Maglev) besides the thorough one (TurboFan). */
const FIRST_WITH_QUICK_OPTIMISER = 24;

/**
 * Each thread optimises the same functions anew, and no usual run is long enough to win back what the thorough optimiser
 * takes (docs/performance.md): the quick one does, earlier than usual; where there is none, callees are not put into their
 * callers. V8 takes code that was compiled before, Node's own too, only where its settings are those of then: they are
 * changed when all of it has been loaded. Besides, the room for new objects stays as small as it is then: it would grow to
 * half of all memory in use, and save no time.
 */
const tuneEngine = () => {
  if (Number.parseInt(process.versions.node, 10) >= FIRST_WITH_QUICK_OPTIMISER) {
    setFlagsFromString('--no-turbofan');
    setFlagsFromString('--invocation-count-for-maglev=100');
    setFlagsFromString('--minimum-invocations-after-ic-update=100');
  } else setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  setFlagsFromString('--semi-space-growth-factor=1');
};

try {
  const { main, worker } = await buildCli();
  let loaded = 0;
  const onCompiled = () => {
    loaded += 1;
    if (loaded === 2) tuneEngine();
  };
  const argv = process.argv.slice(2);
  const threads = startThreads(worker, { early: !argv.includes('--help'), onCompiled });
  // Not imported: for that Node would look through the script for its exports first, which takes longer than the script.
  const { exports, isKept, keep } = runBundle(main);
  if (isKept) onCompiled();
  process.exitCode = await exports.run(argv, threads);
  keep();
} catch (error) {
  process.stderr.write('Không khởi động được phần mềm. Đề nghị chạy lại “npm ci” và kiểm tra quyền ghi vào thư mục cài đặt.\n');
  if (process.env.TONG_HOP_DEBUG !== undefined) process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 2;
}
