/** Bundled scripts that start from what was compiled of them before. Each in a process of its own: V8 remembers within one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/source-tree';

/** In seconds: any writing would show. */
const LONG_AGO = 1_000_000;
const RUNNER = join(ROOT, 'src', 'cli', 'run-bundle.cjs');
const CODE = `
const { runBundle } = require(process.argv[1]);
const { exports: { answer }, keep } = runBundle(process.argv[2]);
console.log(answer('a'));
if (process.argv[3] === 'gone') require('node:fs').rmSync(require('node:path').dirname(process.argv[2]), { recursive: true });
keep();
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(greeting: string): string {
  const file = join(folder, 'main.cjs');
  const code = `const { basename } = require('node:path');\nexports.answer = (name) => '${greeting} ' + name + ' ' + basename(__filename);`;
  writeFileSync(file, code);
  return file;
}

const run = (file: string, ...more: readonly string[]): string =>
  execFileSync(process.execPath, ['-e', CODE, RUNNER, file, ...more], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();

const compiled = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.code'));

test('R-CLI-16 a script says the same compiled anew, compiled before, and with compiled code that is damaged', () => {
  const file = write('chao');
  expect(run(file)).toBe('chao a main.cjs');
  const [code = '', ...others] = compiled();
  expect(others).toEqual([]);
  const place = join(folder, code);
  const kept = readFileSync(place);
  // What fits is left as it is.
  utimesSync(place, LONG_AGO, LONG_AGO);
  expect(run(file)).toBe('chao a main.cjs');
  expect(statSync(place).mtimeMs).toBe(LONG_AGO * 1000);
  for (const damaged of [Buffer.alloc(0), Buffer.from('x'), kept.subarray(0, kept.length / 2), Buffer.from(kept).fill(0, 0, 16)]) {
    rmSync(place);
    writeFileSync(place, damaged);
    expect(run(file)).toBe('chao a main.cjs');
    expect(readFileSync(place).length).toBeGreaterThan(100);
    expect(readFileSync(place).equals(damaged)).toBe(false);
  }
});

test('R-CLI-16 another script of the same length takes nothing from the one before', () => {
  const file = write('mot');
  expect(run(file)).toBe('mot a main.cjs');
  write('hai');
  utimesSync(file, new Date(), new Date(Date.now() + 5_000));
  expect(run(file)).toBe('hai a main.cjs');
});

test('R-CLI-16 where nothing can be written the script runs all the same', () => {
  expect(run(write('ba'), 'gone')).toBe('ba a main.cjs');
});
