/**
 * Runs the stages of checking and testing and prints how long each took: checks beside the build, then the tests.
 * `node tools/stages.mjs types lint` runs those two; all are run even after a failure, so that one look shows everything.
 * Arguments after "--" go to the last stage (`npm test -- tests/core`); `--env name=value` goes to the build
 * (`npm run build -- --env url=https://example.org/tong-hop/`).
 */
import { spawn } from 'node:child_process';
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
/** Runs one stage; what it prints is kept and shown when it is done, unless it has the machine to itself. */
function run(name, isAlone) {
  if (name === 'tests') rmSync(summary, { force: true });
  const began = performance.now();
  const command = name === names.at(-1) ? [...STAGES[name], ...rest] : STAGES[name];
  if (isAlone) console.log(`\n=== ${name}`);
  // JSON of jest goes to its file; what it prints for people goes to standard error and is shown.
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', ...(isAlone ? ['inherit', 'inherit'] : ['pipe', 'pipe'])] });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const seconds = (performance.now() - began) / 1000;
      const good = status === 0;
      if (!isAlone) process.stdout.write(Buffer.concat([Buffer.from(`\n=== ${name}\n`), ...printed]));
      console.log(`=== ${name}: ${good ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
      resolve({ name, seconds, good });
    });
  });
}

/** One after another. */
async function runChain(chain, isAlone) {
  const done = [];
  for (const name of chain) done.push(await run(name, isAlone));
  return done;
}

// Checking the sources and building them need nothing of one another, and two cores are what the build machine has.
const first = names.includes('build') && names.includes('lint') ? names.slice(0, names.indexOf('build')) : [];
const second = first.length === 0 ? [] : names.slice(first.length).filter((name) => name !== 'tests');
const last = names.filter((name) => !first.includes(name) && !second.includes(name));
const results = (await Promise.all([runChain(first, false), runChain(second, false)])).flat();
results.push(...(await runChain(last, true)));

console.log('');
for (const { name, seconds, good } of results) {
  console.log(`${good ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
}
process.exitCode = results.every((one) => one.good) ? 0 : 1;
