/** The samples through the real command line: every file's state, unit, findings, and every total, as the data say. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { JsonReport } from '../../src/cli/json-report';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { changeSheets, recalculate } from '../support/libreoffice';
import { reportedTotals, temporaryFolder, tongHop, tongHopJson, type Folder } from '../support/cli';
import { filesUnder, readText, ROOT } from '../support/source-tree';

const RECEIVED = join(ROOT, 'samples', 'received');
const ROSTER = join(ROOT, 'samples', 'roster.csv');

type Totals = JsonReport['totals'];

interface Expected {
  readonly form: string;
  readonly submissions: readonly {
    readonly file: string;
    readonly unit: { readonly code: string | null; readonly name: string } | null;
    readonly state: string;
    readonly reason: string | null;
    readonly findings: readonly { readonly code: string; readonly cell: string | null }[];
  }[];
  readonly totals: Totals;
  readonly findings: readonly { readonly code: string }[];
  readonly accepted: { readonly totals: Totals };
  readonly withRoster: { readonly missing: readonly string[] };
}

const expected = JSON.parse(readText('samples/expected.json')) as Expected;

let folder: Folder;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => {
  folder.remove();
});

/** The answer in the shape of the expectation. */
function told(json: JsonReport): unknown {
  const key = (one: { readonly code: string; readonly cell: string | null }): string => `${one.code} ${one.cell ?? ''}`;
  return json.submissions.map(({ file, unit, state, reason, findings }) => ({
    file,
    unit,
    state,
    reason,
    findings: findings.map(({ code, cell }) => ({ code, cell })).sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
  }));
}

test('R-SMP-01 the samples are what the plain data make, byte by byte', () => {
  execFileSync(process.execPath, [join(ROOT, 'tools', 'samples.mjs'), '--into', folder.path], { stdio: 'pipe' });
  const made = filesUnder('samples').filter((path) => path !== 'samples/units.mjs');
  expect(made.length).toBeGreaterThan(30);
  for (const path of made) {
    const again = readFileSync(join(folder.path, path.slice('samples/'.length)));
    expect([path, again.equals(readFileSync(join(ROOT, path)))]).toEqual([path, true]);
  }
}, 60_000);

test('R-SMP-02 every sample has the state, unit and findings that the data say, and the totals are theirs', async () => {
  const out = join(folder.path, 'out.xlsx');
  const run = await tongHopJson([RECEIVED, '--out', out]);
  expect(run.code).toBe(1);
  expect(run.stderr).toBe('');
  expect(run.json.form).toBe(expected.form);
  expect(told(run.json)).toEqual(expected.submissions);
  expect(run.json.totals).toEqual(expected.totals);
  expect(run.json.missing).toEqual([]);
  expect(run.json.findings.map(({ code }) => ({ code })).sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual(expected.findings);
}, 60_000);

test('R-SMP-03 accepted proposals count, and nothing else changes', async () => {
  const run = await tongHopJson([RECEIVED, '--accept-proposals']);
  expect(run.json.totals).toEqual(expected.accepted.totals);
  expect(run.json.totals).not.toEqual(expected.totals);
  expect(run.json.submissions.map((one) => one.state)).toEqual(expected.submissions.map((one) => one.state));
}, 60_000);

test('R-SMP-04 with the roster every unit has its code, and those who did not report are named', async () => {
  const run = await tongHopJson([RECEIVED, '--roster', ROSTER]);
  expect(run.json.missing).toEqual(expected.withRoster.missing);
  expect(run.json.totals).toEqual(expected.totals);
  for (const one of run.json.submissions)
    if (one.unit !== null) expect([one.file, one.unit.code]).toEqual([one.file, expect.stringMatching(/^KV\d\d$/)]);
}, 60_000);

test('R-SMP-05 the README of the samples tells of every file', () => {
  const readme = readText('samples/README.md');
  for (const one of expected.submissions) expect(readme).toContain(`| ${one.file} |`);
});

/** Row number → figures of "Tổng hợp", found by the label of the row: [classes, persons]. */
function shownTotals(xlsx: Uint8Array): Record<string, number | null> {
  const workbook = readWorkbook(xlsx);
  if (!workbook.ok) throw new Error(workbook.error.code);
  const sheet = workbook.value.sheets.find((one) => one.sheet === 'Tổng hợp');
  if (sheet === undefined) throw new Error('no sheet "Tổng hợp"');
  const found: Record<string, number | null> = {};
  const form = JSON.parse(readText('src/catalogue/forms/phu-luc-ii-lai-chau-2024/form.json')) as {
    readonly indicators: readonly {
      readonly id: string;
      readonly text: string;
      readonly fields: readonly { readonly measure: string }[];
    }[];
  };
  const columns: Readonly<Record<string, number>> = { count: 3, people: 4 };
  for (const row of form.indicators) {
    const at = sheet.rows.find((one) =>
      one.cells.some((cell) => cell.column === 1 && cell.value.kind === 'text' && cell.value.value === row.text),
    );
    for (const { measure } of row.fields) {
      const value = at?.cells.find((cell) => cell.column === columns[measure])?.value;
      found[`${row.id}/${measure}`] = value?.kind === 'number' ? value.value : null;
    }
  }
  return found;
}

/** The fields that a total of the sheet differs from the JSON in. A field nobody reported may be shown blank. */
function differences(xlsx: Uint8Array, totals: Totals): string[] {
  const reported = reportedTotals({ form: '', submissions: [], totals, missing: [], findings: [] });
  return Object.entries(shownTotals(xlsx)).flatMap(([key, value]) => ((value ?? 0) === (reported[key] ?? 0) ? [] : [key]));
}

test('R-SMP-06 LibreOffice calculates "Tổng hợp" to the totals of the JSON; a wrong stored result is found out', async () => {
  const out = join(folder.path, 'recalculated.xlsx');
  const run = await tongHopJson([RECEIVED, '--out', out]);
  const written = new Uint8Array(readFileSync(out));
  expect(differences(written, run.json.totals)).toEqual([]);
  // Plant a wrong result of the first formula on every sheet: the comparison must see it before it is calculated anew.
  const planted = changeSheets(written, (xml) => xml.replace(/(<f[^>]*>[^<]*<\/f><v>)\d+(<\/v>)/, '$1999999$2'));
  expect(differences(planted, run.json.totals)).not.toEqual([]);
  expect(differences(recalculate(planted), run.json.totals)).toEqual([]);
}, 120_000);

test('R-SMP-07 the result for a person names every file that waits or gave nothing, with its reason', async () => {
  const run = await tongHop([RECEIVED]);
  expect(run.code).toBe(1);
  for (const one of expected.submissions) {
    const waits = one.state === 'refused' || one.state === 'undetermined';
    expect([one.file, run.stdout.includes(`  ${one.file}: `)]).toEqual([one.file, waits]);
  }
}, 60_000);
