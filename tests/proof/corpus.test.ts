/** The corpus run and the printed cells, over the project's own fixtures. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareCells } from '../../src/cli/corpus-index';
import type { DescribedCell } from '../../src/cli/described-cells';

const ROOT = join(__dirname, '../..');
const READING = join(ROOT, 'tests/fixtures/reading');

function tool(...args: readonly string[]): { readonly status: number | null; readonly out: string } {
  const done = spawnSync(process.execPath, [join(ROOT, 'src/cli/tool.mjs'), ...args], { encoding: 'utf8' });
  return { status: done.status, out: done.stdout };
}

interface Printed {
  readonly files: readonly { readonly file: string; readonly state: string; readonly reason: string | null; readonly milliseconds: number }[];
}

test('R-CRP-01 every file of a folder is read or refused with a reason; nothing crashes or times out', () => {
  const { status, out } = tool('corpus', READING, '--json', '-');
  const { files } = JSON.parse(out) as Printed;
  expect(status).toBe(0);
  expect(files.map((one) => one.file)).toEqual(readdirSync(READING).sort((a, b) => (a < b ? -1 : 1)));
  for (const one of files) {
    expect(['read', 'refused']).toContain(one.state);
    expect(one.reason === null).toBe(one.state === 'read');
    expect(one.milliseconds).toBeLessThan(20_000);
  }
  expect(files.find((one) => one.file === 'pass_protected.ods')).toMatchObject({ state: 'refused', reason: 'password' });
});

test('R-CRP-02 the table names what was refused and why', () => {
  const { status, out } = tool('corpus', READING);
  expect(status).toBe(0);
  expect(out).toMatch(/^files +\d+$/m);
  expect(out).toMatch(/^ {2}password +3$/m);
  expect(out).toMatch(/^crashed +0$/m);
  expect(tool('corpus').status).toBe(2);
  expect(tool('corpus', join(READING, 'not there')).status).toBe(2);
});

test('R-CRP-03 the cells of a file are printed with their types', () => {
  const { status, out } = tool('cells', join(READING, 'DataTypes.xlsx'), '--json', '-');
  const [sheet] = (JSON.parse(out) as { sheets: { name: string; cells: Record<string, DescribedCell> }[] }).sheets;
  expect(status).toBe(0);
  expect(sheet?.name).toBe('Data Types');
  expect(sheet?.cells['C2']).toEqual({ t: 's', v: 'Hello World.' });
  expect(sheet?.cells['C3']).toMatchObject({ t: 'date', v: '2010-09-02T00:00:00' });
  expect(sheet?.cells['C5']).toEqual({ t: 'bool', v: true });
  expect(sheet?.cells['C7']).toMatchObject({ t: 'duration', v: 121_522 });
  expect(sheet?.cells['C21']).toEqual({ t: 'e', v: '#VALUE!' });
  expect(sheet?.cells['C22']).toEqual({ t: 'uncalculated', f: true });
  const refused = tool('cells', join(READING, 'pass_protected.ods'));
  expect([refused.status, (JSON.parse(refused.out) as { reason: string }).reason]).toEqual([1, 'password']);
});

test('R-CRP-04 a value that differs from the given ones is told, a formula without a result is not', () => {
  const cells = { A1: { t: 'n', v: 1 }, A2: { t: 's', v: '#N/A' }, A3: { t: 's', v: '=B1' } } as const;
  const sheet = { name: 'S', visibility: 'visible', merged: [], hiddenRows: [], hiddenColumns: [] } as const;
  const ours = { A1: { t: 'n', v: 1 }, A2: { t: 'e', v: '#N/A' }, A3: { t: 'uncalculated' } } as const;
  expect(compareCells({ sheet: 'S', cells }, [{ ...sheet, cells: ours }])).toEqual([]);
  expect(compareCells({ sheet: 'S', cells }, [{ ...sheet, cells: { ...ours, A1: { t: 'n', v: 2 } } }])).toHaveLength(1);
  expect(compareCells({ sheet: 'S', cells }, [{ ...sheet, cells: { ...ours, A4: { t: 's', v: 'x' } } }])).toHaveLength(1);
  expect(compareCells({ sheet: 'S', cells }, [{ ...sheet, cells: { A1: ours.A1 } }])).toHaveLength(2);
  expect(compareCells({ sheet: 'S', merged: ['A1:B1'], cells }, [{ ...sheet, cells: ours }])).toHaveLength(1);
  expect(compareCells({ sheet: 'other', cells }, [{ ...sheet, cells: ours }])).toEqual(['no sheet “other”']);
});

test('R-CRP-05 a corpus with an index is compared with it, and a planted difference makes the run fail', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    writeFileSync(join(folder, 'a.xlsx'), readFileSync(join(READING, 'shared_formula_simple.xlsx')));
    const expect1 = (v: number): void => {
      const cells = { A1: { t: 'n', v }, B1: { t: 'n', v: 2 }, A2: { t: 'n', v: 2 }, B2: { t: 'n', v: 4 }, A3: { t: 'n', v: 3 }, B3: { t: 'n', v: 6 } };
      writeFileSync(join(folder, 'values.json'), JSON.stringify({ sheet: 'Sheet1', cells }));
    };
    writeFileSync(join(folder, 'index.json'), JSON.stringify([{ file: 'a.xlsx', values: 'values.json', libreoffice: 'opens' }]));
    expect1(1);
    expect(tool('corpus', folder).status).toBe(0);
    expect1(7);
    const { status, out } = tool('corpus', folder);
    expect(status).toBe(1);
    expect(out).toContain('DIFFERS a.xlsx');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
