#!/usr/bin/env node
/**
 * Runs the command line on the current sources, no build step first: the sources are bundled (some tens of
 * milliseconds) into the package's cache, then run. Bundled workers start faster than any loader could transform.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { buildCli } from './build.mjs';

// Each thread optimises the same functions anew; putting callees into their callers doubles what there is to optimise, and
// no run is long enough to win it back (docs/performance.md).
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');

try {
  const { main, worker } = await buildCli();
  // Not imported: for that Node would look through the script for its exports first, which takes longer than the script.
  const { exports, keep } = createRequire(import.meta.url)('./run-bundle.cjs').runBundle(main);
  const start = fileURLToPath(new URL('./start-worker.cjs', import.meta.url));
  process.exitCode = await exports.run(process.argv.slice(2), { start, argument: worker });
  keep();
} catch (error) {
  process.stderr.write('Không khởi động được phần mềm. Đề nghị chạy lại “npm ci” và kiểm tra quyền ghi vào thư mục cài đặt.\n');
  if (process.env.TONG_HOP_DEBUG !== undefined) process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 2;
}
