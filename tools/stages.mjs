/**
 * Runs the stages of checking and testing one after another and prints how long each took.
 * `node tools/stages.mjs types lint` runs those two; all are run even after a failure, so that one look shows everything.
 * Arguments after "--" go to the last stage (`npm test -- tests/core`); `--env name=value` goes to the build
 * (`npm run build -- --env url=https://example.org/tong-hop/`).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const cache = join(root, 'node_modules', '.cache', 'tong-hop');
/** Where jest leaves its counts; read by the last line of .ci/run. */
const summary = join(cache, 'jest-summary.json');

const tool = (path, ...args) => [join(root, 'node_modules', ...path.split('/')), ...args];

const STAGES = {
  types: tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'),
  'core-types': tool('typescript/bin/tsc', '--noEmit', '-p', 'src/core/tsconfig.json'),
  lint: tool('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  imports: tool('dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.cjs'),
  'dead-code': tool('knip/bin/knip.js', '--no-progress'),
  build: tool('webpack-cli/bin/cli.js', '--mode', 'production'),
  notices: [join(root, 'tools', 'notices.mjs'), '--check'],
  size: [join(root, 'tools', 'size.mjs')],
  tests: tool('jest/bin/jest.js', '--json', '--outputFile', summary),
};

/** Takes every "--env name=value" out of the arguments. */
function takeEnv(all) {
  const taken = [];
  for (let at = all.indexOf('--env'); at !== -1; at = all.indexOf('--env')) taken.push(...all.splice(at, 2));
  return taken;
}

const given = process.argv.slice(2);
STAGES.build.push(...takeEnv(given));
const split = given.indexOf('--');
const names = given.slice(0, split === -1 ? undefined : split);
const rest = split === -1 ? [] : given.slice(split + 1);
const unknown = names.filter((name) => !Object.hasOwn(STAGES, name));
if (names.length === 0 || unknown.length > 0) {
  console.error(`stages: ${Object.keys(STAGES).join(' ')}${unknown.length > 0 ? ` (unknown: ${unknown.join(' ')})` : ''}`);
  process.exit(2);
}

mkdirSync(cache, { recursive: true });
const results = names.map((name, index) => {
  console.log(`\n=== ${name}`);
  if (name === 'tests') rmSync(summary, { force: true });
  const began = performance.now();
  const command = index === names.length - 1 ? [...STAGES[name], ...rest] : STAGES[name];
  // JSON of jest goes to its file; what it prints for people goes to standard error and is shown.
  const done = spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const seconds = (performance.now() - began) / 1000;
  const good = done.status === 0;
  console.log(`=== ${name}: ${good ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { name, seconds, good };
});

console.log('');
for (const { name, seconds, good } of results) {
  console.log(`${good ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
}
process.exitCode = results.every((one) => one.good) ? 0 : 1;
