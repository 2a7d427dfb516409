#!/usr/bin/env node
/**
 * Runs the command line on the current sources, no build step first: the sources are bundled (some tens of
 * milliseconds) into the package's cache, then run. Bundled workers start faster than any loader could transform.
 */
import { buildCli } from './build.mjs';

try {
  const { main } = await buildCli();
  const { run } = await import(main);
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write('Không khởi động được phần mềm. Đề nghị chạy lại “npm ci” và kiểm tra quyền ghi vào thư mục cài đặt.\n');
  if (process.env.TONG_HOP_DEBUG !== undefined) process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 2;
}
