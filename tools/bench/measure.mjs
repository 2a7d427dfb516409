/** Runs a program once and says how long it took, what it printed first, and the most memory it held. */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let runs = 0;

/** Seconds from start to end; `printed` is the number on its first line, or NaN; megabytes where the program tells. */
export async function measure(command, args) {
  const peakFile = join(tmpdir(), `tong-hop-bench-${process.pid}-${(runs += 1)}`);
  const began = performance.now();
  const done = await new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, PEAK_MEMORY_FILE: peakFile } });
    const output = { out: '', errors: '' };
    child.stdout.on('data', (data) => (output.out += data));
    child.stderr.on('data', (data) => (output.errors += data));
    child.on('error', (error) => resolve({ ...output, good: false, errors: error.message }));
    child.on('close', (code) => resolve({ ...output, good: code === 0 }));
  });
  const seconds = (performance.now() - began) / 1000;
  const peak = await readFile(peakFile, 'utf8').catch(() => '');
  await rm(peakFile, { force: true });
  return { ...done, seconds, printed: Number.parseFloat(done.out), megabytes: Number.parseInt(peak, 10) / 1024 };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
