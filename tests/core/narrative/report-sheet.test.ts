/** The clerk's work on a report survives the next run: edited, pinned, hidden, moved, added; figures that moved on are marked. */
import fc from 'fast-check';

import { NO_DECISIONS } from '../../../src/core/campaign/decisions';
import type { Cell, CellGrid } from '../../../src/core/cells/cell';
import { editReport, type ReportEdit } from '../../../src/core/narrative/edit-report';
import { textOf, type Narrative, type Paragraph } from '../../../src/core/narrative/narrative';
import { earlierOf } from '../../../src/core/narrative/report-sheet/earlier-report';
import { mergeReport } from '../../../src/core/narrative/report-sheet/merge-report';
import { planReportSheet } from '../../../src/core/narrative/report-sheet/plan-report';
import { keptText, readReportSheet } from '../../../src/core/narrative/report-sheet/read-report';
import { reportSheetWords as words } from '../../../src/messages/report-sheet-words';
import { reportOf, sampleReceived } from '../../support/sample-report';

let all: Narrative;
/** The same report while one unit is switched off. */
let fewer: Narrative;
beforeAll(async () => {
  const received = await sampleReceived();
  all = reportOf(received).narrative;
  fewer = reportOf(received, { decisions: { ...NO_DECISIONS, switchedOff: ['KV01'] } }).narrative;
});

const edit = (narrative: Narrative, ...edits: readonly ReportEdit[]): Narrative => edits.reduce(editReport, narrative);
const next = (before: Narrative, fresh: Narrative): Narrative => mergeReport(earlierOf(before), fresh);
const one = (narrative: Narrative, id: string): Paragraph => {
  const found = narrative.paragraphs.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const text = (narrative: Narrative, id: string): string => textOf(one(narrative, id).parts);

/** The sheet as it would be read back. */
function gridOf(
  narrative: Narrative,
  change: (cell: { row: number; header: string; key: string; value: string }) => string | null = () => null,
): CellGrid {
  const plan = planReportSheet(narrative, words, 'kept');
  const header = new Map(
    plan.cells
      .filter((cell) => cell.style === 'header')
      .map((cell) => [cell.column, cell.value?.kind === 'text' ? cell.value.value : '']),
  );
  const keys = new Map(
    plan.cells
      .filter((cell) => header.get(cell.column) === words.headers.key)
      .map((cell) => [cell.row, cell.value?.kind === 'text' ? cell.value.value : '']),
  );
  const rows = new Map<number, Cell[]>();
  for (const { row, column, value } of plan.cells) {
    const name = header.get(column) ?? '';
    const shown = value?.kind === 'text' ? value.value : '';
    const changed = row > 2 ? (change({ row, header: name, key: keys.get(row) ?? '', value: shown }) ?? shown) : shown;
    if (changed === '') continue;
    rows.set(row, [...(rows.get(row) ?? []), { column, value: { kind: 'text', value: changed } }]);
  }
  return {
    sheet: plan.name,
    visibility: 'visible',
    merges: [],
    hiddenColumns: [],
    rows: [...rows].sort(([a], [b]) => a - b).map(([index, cells]) => ({ index, cells })),
  };
}

const readBack = (grid: CellGrid, fresh: Narrative): Narrative => {
  const earlier = readReportSheet(grid, fresh.sections, words);
  if (earlier === null) throw new Error('the sheet was not read');
  return mergeReport(earlier, fresh);
};

test('R-NARR-60 untouched paragraphs follow the figures, edited ones stay, and their old figures are marked with the new', () => {
  const edited = edit(
    all,
    { kind: 'write', id: 'results/8', text: 'Toàn huyện tổ chức 15 cuộc hội thảo.' },
    { kind: 'pin', id: 'results/2' },
  );
  const merged = next(edited, fewer);
  expect(text(merged, 'results/1')).toBe(text(fewer, 'results/1'));
  expect(text(merged, 'results/8')).toBe('Toàn huyện tổ chức 15 cuộc hội thảo.');
  expect(one(merged, 'results/8').outdated.map(({ before, now }) => [before.text, now?.text])).toEqual([['15', '13']]);
  expect(words.outdated(one(merged, 'results/8').outdated)).toBe('Số liệu mới: 13 (đang ghi 15)');
  expect(text(merged, 'results/2')).toBe(text(all, 'results/2'));
  expect(one(merged, 'results/2').state).toBe('pinned');
  expect(one(merged, 'results/2').outdated.map(({ before }) => before.text)).toEqual(expect.arrayContaining(['56', '14.608']));
});

test('R-NARR-61 a figure that the clerk put right is no longer marked; released words follow the figures again', () => {
  const stale = next(edit(all, { kind: 'write', id: 'results/8', text: 'Tổ chức 15 cuộc hội thảo.' }), fewer);
  const right = edit(stale, { kind: 'write', id: 'results/8', text: 'Tổ chức 13 cuộc hội thảo.' });
  expect(one(right, 'results/8').outdated).toEqual([]);
  expect(one(next(right, fewer), 'results/8').outdated).toEqual([]);
  expect(text(next(edit(stale, { kind: 'release', id: 'results/8' }), fewer), 'results/8')).toBe(text(fewer, 'results/8'));
});

test('R-NARR-62 hidden stays hidden, added stays where it was put, the order stays the clerk’s', () => {
  const worked = edit(
    all,
    { kind: 'hide', id: 'results/9' },
    { kind: 'add', id: '1', section: 'I.3', text: 'Đoạn của văn thư.', asItem: false },
    { kind: 'move', id: 'added/1', before: 'results/2' },
    { kind: 'move', id: 'results/10', before: 'results/1' },
  );
  const merged = next(worked, fewer);
  const order = merged.paragraphs.filter((each) => each.section === 'I.3').map((each) => each.id);
  // What is new stands behind what it follows when generated.
  expect(order.slice(0, 6)).toEqual(['results/scope', 'results/10', 'results/unreported', 'results/1', 'added/1', 'results/2']);
  expect(merged.paragraphs.filter((each) => each.state === 'hidden').map((each) => each.id)).toEqual(
    fewer.paragraphs.some((each) => each.id === 'results/9') ? ['results/9'] : [],
  );
  expect(text(edit(next(worked, all), { kind: 'show', id: 'results/9' }), 'results/9')).toBe(text(all, 'results/9'));
});

test('R-NARR-63 an edited thought stays known when its clearest wording changes, or when nobody says it any more', () => {
  const item = all.paragraphs.find((each) => each.section === 'II.2' && textOf(each.parts).startsWith('Kinh phí'));
  if (item === undefined) throw new Error('no such thought');
  const edited = edit(all, { kind: 'write', id: item.id, text: 'Kinh phí chưa đáp ứng yêu cầu.' });
  const merged = next(edited, fewer);
  expect(merged.paragraphs.filter((each) => textOf(each.parts) === 'Kinh phí chưa đáp ứng yêu cầu.')).toHaveLength(1);
  expect(merged.paragraphs.filter((each) => textOf(each.parts).startsWith('Kinh phí'))).toHaveLength(1);
});

const anyEdit = (narrative: Narrative): fc.Arbitrary<ReportEdit> => {
  const id = fc.constantFrom(...narrative.paragraphs.map((each) => each.id));
  const section = fc.constantFrom(...narrative.sections.map((each) => each.id), 'opening');
  return fc.oneof(
    fc.record({ kind: fc.constant('write' as const), id, text: fc.constantFrom('Câu đã sửa.', 'Có 15 cuộc và 445 lớp.', '') }),
    fc.record({ kind: fc.constantFrom('pin' as const, 'release' as const, 'hide' as const, 'show' as const), id }),
    fc.record({ kind: fc.constant('move' as const), id, before: fc.option(id) }),
    fc
      .record({
        kind: fc.constant('add' as const),
        id: fc.constantFrom('1', '2'),
        section,
        text: fc.constant('Đoạn thêm.'),
        asItem: fc.boolean(),
      })
      .filter(() => true),
  );
};

/** An added paragraph gets an id of its own from the caller. */
const distinct = (edits: readonly ReportEdit[]): readonly ReportEdit[] =>
  edits.map((each, index) => (each.kind === 'add' ? { ...each, id: String(index) } : each));

test('R-NARR-64 generating twice changes nothing, whatever the clerk did in between', () => {
  fc.assert(
    fc.property(fc.array(anyEdit(all), { maxLength: 12 }), fc.boolean(), (edits, other) => {
      const fresh = other ? fewer : all;
      const once = next(edit(all, ...distinct(edits)), fresh);
      expect(next(once, fresh)).toEqual(once);
      expect(next(next(once, all), fresh).paragraphs.length).toBeGreaterThanOrEqual(
        once.paragraphs.filter((each) => each.state === 'added').length,
      );
    }),
    { numRuns: 60 },
  );
});

test('R-NARR-65 the sheet says all of it: written, read back and generated again the report is the same', () => {
  fc.assert(
    fc.property(fc.array(anyEdit(all), { maxLength: 8 }), (edits) => {
      const worked = next(edit(all, ...distinct(edits)), all);
      const again = readBack(gridOf(worked), all);
      const said = (narrative: Narrative): unknown =>
        narrative.paragraphs.map((each) => [each.id, each.state, textOf(each.parts), each.outdated]);
      expect(said(again)).toEqual(said(worked));
    }),
    { numRuns: 30 },
  );
  expect(keptText(gridOf(all))).toBe('kept');
});

test('R-NARR-66 what the clerk does in the sheet is understood: typing, states, emptied, deleted, copied and inserted rows', () => {
  const grid = gridOf(all, ({ header, key, value }) => {
    if (key === 'results/8' && header === words.headers.text) return 'Tổ chức 15 cuộc.';
    if (key === 'results/2' && header === words.headers.state) return 'GHIM';
    if (key === 'results/9' && header === words.headers.text) return ' ';
    if (key === 'results/6' && header === words.headers.state) return 'ẩn';
    return value;
  });
  const rows = grid.rows.filter(
    (row) => !row.cells.some((cell) => cell.value.kind === 'text' && cell.value.value === 'results/5'),
  );
  const at = rows.findIndex((row) => row.cells.some((cell) => cell.value.kind === 'text' && cell.value.value === 'results/8'));
  const inserted = {
    index: (rows[at]?.index ?? 0) + 0.5,
    cells: [{ column: 1, value: { kind: 'text' as const, value: '- Ý mới của văn thư' } }],
  };
  const merged = readBack({ ...grid, rows: [...rows.slice(0, at + 1), inserted, ...rows.slice(at + 1)] }, fewer);
  expect(one(merged, 'results/8')).toMatchObject({ state: 'edited', parts: ['Tổ chức 15 cuộc.'] });
  expect(one(merged, 'results/2').state).toBe('pinned');
  expect(one(merged, 'results/6').state).toBe('hidden');
  expect(one(merged, 'results/5').state).toBe('hidden');
  const added = merged.paragraphs.find((each) => each.state === 'added');
  expect(added).toMatchObject({ kind: 'item', section: 'I.3', parts: ['Ý mới của văn thư'] });
  const order = merged.paragraphs.map((each) => each.id);
  expect(order.indexOf(added?.id ?? '')).toBe(order.indexOf('results/8') + 1);
});

test('R-NARR-67 a sheet whose hidden columns were tampered with loses no words, and one without a header is not read', () => {
  const broken = gridOf(all, ({ header, value }) => (header === words.headers.data ? '{"section":' : value));
  const merged = readBack(broken, all);
  expect(merged.paragraphs.map((each) => textOf(each.parts))).toEqual(expect.arrayContaining([text(all, 'results/1')]));
  expect(readReportSheet({ ...broken, rows: broken.rows.slice(5) }, all.sections, words)).toBeNull();
});

test('R-NARR-68 words in the place of a prompt answer it: no longer a prompt, and they stay', () => {
  const doubt = all.paragraphs.find((each) => each.kind === 'prompt');
  if (doubt === undefined) throw new Error('no prompt');
  const merged = next(edit(all, { kind: 'write', id: doubt.id, text: 'Đã rà soát.' }), fewer);
  expect(one(merged, doubt.id)).toMatchObject({ kind: 'paragraph', state: 'edited', parts: ['Đã rà soát.'] });
});
