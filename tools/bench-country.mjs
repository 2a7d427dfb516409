/**
 * `node tools/bench-country.mjs`: the whole country through both levels. 3,321 communes send their annex to 34 provinces;
 * every province consolidates and passes its workbook on; the ministry consolidates 34 workbooks. Then all 3,321 at once,
 * which must give the same totals to the last digit. Each step is a process of its own, as an office would run it.
 *   --keep DIR   make the workbooks there and leave them
 *   --json FILE  the same as data
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';

import { makeUnitWorkbook } from './bench/make-workbooks.mjs';
import { measure, median } from './bench/measure.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const preload = ['--import', here('./bench/peak-memory.mjs')];
const CLI = here('../src/cli/bin.mjs');
const { values: options } = parseArgs({ options: { keep: { type: 'string' }, json: { type: 'string' } } });

const provinces = JSON.parse(await readFile(here('../src/catalogue/administrative-units/units.json'), 'utf8'));
const root = options.keep ?? (await mkdtemp(join(tmpdir(), 'tong-hop-country-')));
const results = [];

async function run(label, args, codes = [0]) {
  const one = await measure(process.execPath, [...preload, CLI, ...args]);
  if (!one.good && !codes.includes(1)) throw new Error(`${label} failed: ${one.errors}${one.out}`);
  return one;
}

function say(step, seconds, megabytes, more = '') {
  results.push({ step, seconds, megabytes });
  process.stdout.write(`${step.padEnd(58)}${seconds.toFixed(2).padStart(9)} s${megabytes.toFixed(0).padStart(7)} MB peak${more}\n`);
}

const nameOf = (unit) => `UBND ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`;
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

/** The province's folder: received workbooks, its roster, and a campaign that names its office. */
async function prepare(province, first) {
  const folder = join(root, province.code);
  const received = join(folder, 'received');
  const files = { folder, received, roster: join(folder, 'roster.csv'), campaign: join(folder, 'campaign.json') };
  if (existsSync(files.campaign)) return files;
  await mkdir(received, { recursive: true });
  let number = first;
  for (const [code, name] of province.units) {
    await writeFile(join(received, `${code}.xlsx`), await makeUnitWorkbook(number, { code, name: nameOf(name) }));
    number += 1;
  }
  const rows = province.units.map(([code, name]) => [code, nameOf(name), 'UBND', province.name].map(quoted).join(','));
  await writeFile(files.roster, ['code,name,kind,superior', ...rows].join('\n'));
  const office = { code: `P${province.code}`, name: `Sở Giáo dục và Đào tạo ${province.name.replace(/^(?:Tỉnh|Thành phố) /, '')}` };
  const campaign = { id: 'ca-nuoc', name: 'Cả nước', year: 2024, office, forms: ['phu-luc-ii/lai-chau-2024'] };
  await writeFile(files.campaign, JSON.stringify(campaign));
  return files;
}

try {
  const began = performance.now();
  const folders = [];
  let first = 0;
  for (const province of provinces) {
    folders.push({ province, ...(await prepare(province, first)) });
    first += province.units.length;
  }
  process.stdout.write(`made ${first} workbooks in ${((performance.now() - began) / 1000).toFixed(0)} s\n`);

  const everybody = join(root, 'roster.csv');
  const rosters = await Promise.all(folders.map((one) => readFile(one.roster, 'utf8')));
  await writeFile(everybody, rosters.map((text, place) => (place === 0 ? text : text.slice(text.indexOf('\n') + 1))).join('\n'));
  const sent = join(root, 'gui-mau.zip');
  const sending = await run('sending out', ['--send-out', sent, '--roster', everybody, '--campaign', 'lai-chau-2024']);
  say(`sending out ${first} workbooks in one archive`, sending.seconds, sending.megabytes, `   ${((await stat(sent)).size / 2 ** 20).toFixed(0)} MB`);

  const top = join(root, 'ministry');
  await mkdir(top, { recursive: true });
  const runs = [];
  for (const { province, received, roster, campaign } of folders) {
    const out = join(top, `${province.code}.xlsx`);
    runs.push({ ...(await run(province.name, ['--roster', roster, '--campaign', campaign, '--out', out, received])), units: province.units.length });
  }
  say(`34 provinces, one after another`, runs.reduce((sum, one) => sum + one.seconds, 0), Math.max(...runs.map((one) => one.megabytes)));
  const largest = runs.reduce((a, b) => (b.units > a.units ? b : a));
  say(`  the median province`, median(runs.map((one) => one.seconds)), median(runs.map((one) => one.megabytes)));
  say(`  the largest (${largest.units} communes)`, largest.seconds, largest.megabytes);

  const upper = join(root, 'ministry.json');
  const summary = join(root, 'ministry.xlsx');
  const ministry = await run('ministry', ['--json', upper, '--out', summary, top]);
  say('the ministry, 34 workbooks, with its own workbook', ministry.seconds, ministry.megabytes, `   ${((await stat(summary)).size / 2 ** 20).toFixed(1)} MB`);

  const flat = join(root, 'flat.json');
  const folderList = folders.map((one) => one.received);
  const direct = await run('flat', ['--json', flat, ...folderList]);
  say(`all ${first} at once`, direct.seconds, direct.megabytes);

  const [a, b] = await Promise.all([upper, flat].map(async (path) => JSON.parse(await readFile(path, 'utf8'))));
  const same = isDeepStrictEqual(a.totals, b.totals);
  const reporters = Math.max(...Object.values(b.totals).flatMap((row) => Object.values(row.reporters)));
  process.stdout.write(`\ntotals of both levels equal those of all at once: ${same ? 'yes' : 'NO'} (${Object.keys(b.totals).length} rows, up to ${reporters} reporters)\n`);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify({ same, results }, null, 1)}\n`);
  if (!same) process.exitCode = 1;
} finally {
  if (options.keep === undefined) await rm(root, { recursive: true, force: true });
}
