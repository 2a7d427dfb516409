/**
 * `npm run bench`: our whole job (read, bind, check, consolidate; two workers) against the bare reading loops of other
 * libraries, in one run on the same made workbooks. docs/performance.md says how to read what it prints.
 *   --files N     one set of N plain workbooks instead of 200, 1,000 and 3,321
 *   --quick       200 plain, 20 with a photo, 20 .xls, 20 .ods
 *   --rounds N    every measurement N times, in turns; medians are printed (default 1)
 *   --keep DIR    make the workbooks there and leave them (made anew only where they lack)
 *   --only LIST   of plain,photo,xls,ods,pane,excel
 *   --photos N    how many workbooks with a photo (default 100)
 *   --dist DIR    the built pane for "pane" (default dist): 1,000 plain workbooks in Chromium against the command line
 *   --json FILE   the same as data
 * exceljs and python3-openpyxl are compared where they can be found; TONG_HOP_EXCELJS names another place of exceljs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { makeWorkbooks } from './bench/make-workbooks.mjs';
import { measure, median } from './bench/measure.mjs';
import { findChromium, measurePane } from './bench/pane.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CLI = here('../src/cli/bin.mjs');

const { values: options } = parseArgs({
  options: {
    files: { type: 'string' },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '1' },
    keep: { type: 'string' },
    only: { type: 'string', default: 'plain,photo,xls,ods,pane,excel' },
    photos: { type: 'string' },
    dist: { type: 'string', default: here('../dist') },
    json: { type: 'string' },
  },
});
/** How long a clerk looks for files in the dialog before they are chosen, at least. In milliseconds. */
const LOOKING = 3_000;
const rounds = Math.max(1, Number.parseInt(options.rounds, 10));

/** Which sets are measured: [kind, how many]. */
function setsOf() {
  const plain = options.files !== undefined ? [Number.parseInt(options.files, 10)] : options.quick ? [200] : [200, 500, 1000, 3321];
  const others = options.quick ? 20 : 100;
  const photos = options.photos === undefined ? others : Number.parseInt(options.photos, 10);
  const all = [...plain.map((count) => ['plain', count]), ['photo', photos], ['xls', others], ['ods', others]];
  return all.filter(([kind]) => options.only.split(',').includes(kind));
}

function findExceljs() {
  const named = process.env.TONG_HOP_EXCELJS;
  if (named !== undefined) return named;
  try {
    return createRequire(import.meta.url).resolve('exceljs');
  } catch {
    return null;
  }
}

async function findOpenpyxl() {
  for (const python of ['python3', '/usr/bin/python3']) {
    if ((await measure(python, ['-c', 'import openpyxl'])).good) return python;
  }
  return null;
}

const exceljs = findExceljs();
const python = await findOpenpyxl();

/** What can be measured on a kind of files. `alone` tells a program's start from its work. */
function programsFor(kind, folder) {
  const node = process.execPath;
  const preload = ['--import', here('./bench/peak-memory.mjs')];
  const programs = [
    { name: 'tong-hop, whole job', command: node, args: [...preload, CLI, '--json', join(folder, '..', 'result.json'), folder], ours: true },
    { name: 'SheetJS, bare loop', command: node, args: [...preload, here('./bench/loop-sheetjs.mjs'), folder] },
  ];
  if (kind === 'plain' || kind === 'photo') {
    if (exceljs !== null) programs.push({ name: 'exceljs, bare loop', command: node, args: [...preload, here('./bench/loop-exceljs.mjs'), folder, exceljs] });
    if (python !== null) programs.push({ name: 'openpyxl, script', command: python, args: [here('./bench/loop-openpyxl.py'), folder] });
  }
  return programs;
}

const root = options.keep ?? (await mkdtemp(join(tmpdir(), 'tong-hop-bench-')));
const results = [];
try {
  process.stdout.write(
    `Node ${process.version}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB; ` +
      `exceljs ${exceljs === null ? 'not found, left out' : 'found'}; openpyxl ${python === null ? 'not found, left out' : 'found'}\n`,
  );
  const starts = [];
  for (let round = 0; round < Math.max(3, rounds); round += 1) starts.push((await measure(process.execPath, [CLI, '--help'])).seconds);
  process.stdout.write(`start of the command line alone: ${median(starts).toFixed(2)} s (contained in its times below)\n`);
  for (const [kind, count] of setsOf()) {
    const folder = join(root, `${kind}-${count}`, 'files');
    if (!existsSync(folder)) await makeWorkbooks(folder, kind, count);
    await readOnce(folder);
    const programs = programsFor(kind, folder);
    const runs = programs.map(() => []);
    // In turns, so that a busy moment of the machine meets all of them.
    for (let round = 0; round < rounds; round += 1) {
      for (const [place, program] of programs.entries()) {
        const one = await measure(program.command, program.args);
        // Another program may not get through (exceljs stops at some pictures); ours must.
        if (!one.good && program.ours) throw new Error(`${program.name} failed on ${folder}: ${one.errors}`);
        runs[place].push(one.good ? one : { ...one, printed: Number.NaN });
      }
    }
    results.push(...report(kind, count, programs, runs));
    if (options.keep === undefined) await rm(join(root, `${kind}-${count}`), { recursive: true });
  }
  printGrowth();
  if (options.only.split(',').includes('excel')) countExcel();
  if (options.only.split(',').includes('pane')) results.push(...(await comparePane()));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify({ start: median(starts), results }, null, 1)}\n`);
} finally {
  if (options.keep === undefined) await rm(root, { recursive: true, force: true });
}

/** Ours is measured first: without this it would pay for the disk, and the others would find the files in memory. */
async function readOnce(folder) {
  for (const name of await readdir(folder)) await readFile(join(folder, name));
}

/** Our time is the whole process; a loop's time is what it printed, without its start. */
function report(kind, count, programs, runs) {
  const rows = programs.map((program, place) => ({
    kind,
    count,
    name: program.name,
    seconds: median(runs[place].map((one) => (program.ours ? one.seconds : one.printed))),
    megabytes: median(runs[place].map((one) => one.megabytes)),
  }));
  process.stdout.write(`\n${count} ${kind} workbooks\n`);
  for (const row of rows) {
    if (Number.isNaN(row.seconds)) {
      process.stdout.write(`  ${row.name.padEnd(22)}   failed on these files\n`);
      continue;
    }
    row.ratio = rows[0].seconds / row.seconds;
    process.stdout.write(
      `  ${row.name.padEnd(22)}${row.seconds.toFixed(2).padStart(9)} s${(count / row.seconds).toFixed(0).padStart(8)} files/s` +
        `${row.megabytes.toFixed(0).padStart(7)} MB peak${row === rows[0] ? '' : `   we need ${row.ratio.toFixed(3)} of it`}\n`,
    );
  }
  return rows;
}

/** The same files in the pane and on the command line, in turns. */
async function comparePane() {
  if (findChromium() === null || !existsSync(join(options.dist, 'index.html'))) {
    process.stdout.write('\nthe pane is left out: it needs Chromium and a built dist (npm run build)\n');
    return [];
  }
  const count = options.quick ? 200 : Math.min(1000, Number.parseInt(options.files ?? '1000', 10));
  const folder = join(root, `plain-${count}`, 'files');
  if (!existsSync(folder)) await makeWorkbooks(folder, 'plain', count);
  await readOnce(folder);
  const line = [];
  const ways = [
    { name: `the file dialog open for ${LOOKING / 1000} s before`, looking: LOOKING, seconds: [] },
    { name: 'at once, without a dialog', looking: null, seconds: [] },
  ];
  for (let round = 0; round < rounds; round += 1) {
    for (const { looking, seconds } of ways) {
      seconds.push(await measurePane(options.dist, folder, looking));
      line.push((await measure(process.execPath, [CLI, '--json', join(folder, '..', 'result.json'), folder])).seconds);
    }
  }
  const commandLine = median(line);
  process.stdout.write(`\n${count} plain workbooks in the pane; the command line takes ${commandLine.toFixed(2)} s\n`);
  return ways.map(({ name, seconds }) => {
    const row = { kind: 'pane', count, name, seconds: median(seconds), commandLine, ratio: median(seconds) / commandLine };
    process.stdout.write(`  ${name.padEnd(42)}${row.seconds.toFixed(2).padStart(6)} s   ${row.ratio.toFixed(2)} times\n`);
    return row;
  });
}

/** How time and memory of our job grow from one set of plain workbooks to the next. */
function printGrowth() {
  const own = results.filter((one) => one.kind === 'plain' && one.name.startsWith('tong-hop'));
  if (own.length < 2) return;
  process.stdout.write('\ngrowth of our job, plain workbooks\n');
  for (const [place, row] of own.entries()) {
    if (place === 0) continue;
    const before = own[place - 1];
    process.stdout.write(
      `  ${before.count} → ${row.count} files (× ${(row.count / before.count).toFixed(2)}): ` +
        `time × ${(row.seconds / before.seconds).toFixed(2)}, peak memory × ${(row.megabytes / before.megabytes).toFixed(2)}\n`,
    );
  }
}

/** What the actions cost Excel, in batches and bytes: a program of its own, which knows its limits. */
function countExcel() {
  process.stdout.write('\n');
  const { status } = spawnSync(process.execPath, [here('./bench/excel.mjs'), ...(options.quick ? ['168'] : [])], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
