/** Loaded before a measured program: writes the most memory its process held, in kilobytes, to PEAK_MEMORY_FILE. */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.env.PEAK_MEMORY_FILE !== undefined) {
  process.on('exit', () => {
    writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS));
  });
}
