/** "Kiểm tra" on a live sheet: what is found, marked, fixed, taken back. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { insertAndType, QUIRKS } from './support/quirky-sheet';
import { differences, sheetSnapshot } from './support/snapshot';
import { checkSheet, type CheckSettings } from '../../src/app/check-sheet';
import { fixFindings, UndoStack } from '../../src/app/fix-finding';
import { insertForm } from '../../src/app/insert-form';
import { FORMS } from '../../src/catalogue/forms';
import { parseCellAddress } from '../../src/core/cells/address';
import { SHEET_ROLES } from '../../src/core/sheets/markers';
import { sheetInserting } from '../../src/excel/insert-sheet';
import { marking } from '../../src/excel/marking';
import { mending } from '../../src/excel/mending';
import { sheetReading } from '../../src/excel/read-sheet';
import { describeHostProblem } from '../../src/messages/host-words';
import { describeFinding } from '../../src/messages/vi';
import { laiChau } from '../support/sample-consolidation';

const settings: CheckSettings = { forms: FORMS, expected: { year: 2024, theme: null } };
let excel: ExcelPage;
beforeAll(async () => {
  excel = await openExcel();
}, 60_000);
afterAll(() => excel.close());

const hostOf = (page: ExcelPage) => ({
  ...sheetReading(page.runExcel),
  ...marking(page.runExcel),
  ...mending(page.runExcel),
});

const content = async (sheet: string): Promise<unknown> => {
  await excel.page.host.calculation.settle();
  return sheetSnapshot(excel.sheet(sheet));
};

test('R-XLS-10 every finding with a cell is marked in the colour of the gravest, and named', async () => {
  const filled = await insertAndType(excel, laiChau, QUIRKS);
  const checked = good(await checkSheet(hostOf(excel), settings));
  expect(checked.formDefinition.id).toBe('phu-luc-ii/lai-chau-2024');
  const codeAt = (cell: string): string[] =>
    checked.findings.filter((one) => one.at?.cell === cell).map((one) => one.code);
  expect(codeAt(filled.at('1.1', 'D'))).toContain('proposed-pair');
  expect(codeAt(filled.at('1.2', 'D'))).toContain('proposed-date');
  expect(codeAt(filled.at('1.4', 'D'))).toContain('proposed-words');
  expect(codeAt(filled.at('1.4', 'E'))).toContain('proposed-approximate');
  expect(codeAt(filled.at('1.6', 'E'))).toContain('proposed-thousands');
  expect(codeAt(filled.at('2', 'D'))).toContain('unreadable-text');
  expect(codeAt(filled.at('3', 'D'))).toContain('unreadable-negative');
  expect(codeAt(filled.at('4.1', 'D'))).toContain('unreadable-error');
  expect(codeAt(filled.at('1', 'D'))).toContain('parent-differs');
  const marks = excel.sheet(filled.sheet).conditionalFormats;
  const colours = { error: '#FBE3E4', warning: '#FFE9A8', hint: '#E5F0FA' };
  for (const one of checked.findings) {
    expect(describeFinding(one).length).toBeGreaterThan(10);
    const place = parseCellAddress(one.at?.cell ?? '');
    if (place === null) continue;
    const over = marks.filter((mark) =>
      mark.rects.some(
        (r) => place.row >= r.top && place.row <= r.bottom && place.column >= r.left && place.column <= r.right,
      ),
    );
    expect(over).toHaveLength(1);
    const severities = checked.findings
      .filter((other) => other.at?.cell === one.at?.cell)
      .map((other) => other.severity);
    const gravest = (['error', 'warning', 'hint'] as const).find((severity) => severities.includes(severity)) ?? 'hint';
    expect(over[0]?.look.fillColor).toBe(colours[gravest]);
  }
});

test('R-XLS-11 removing the marks leaves the sheet exactly as it was, whoever set them and when', async () => {
  const filled = await insertAndType(excel, laiChau, QUIRKS);
  await excel.look(async (context) => {
    const sheet = context.workbook.worksheets.getItem(filled.id);
    sheet.getRange(filled.at('2', 'D')).format.fill.color = '#00FF00';
    const own = sheet.getRange('D10:D20').conditionalFormats.add('Custom');
    own.custom.rule.formula = '=$A1="TongHop"';
    own.custom.format.fill.color = '#123456';
    await context.sync();
  });
  const before = await content(filled.sheet);
  const host = hostOf(excel);
  good(await checkSheet(host, settings));
  expect(differences(before, await content(filled.sheet))).not.toEqual([]);
  // A second check replaces the marks of the first; another session finds them by itself.
  const again = good(await checkSheet(hostOf(excel), settings));
  expect(again.sheet.marks.length).toBeGreaterThan(0);
  expect(good(await hostOf(excel).clearMarks(filled.id))).toBe(again.sheet.marks.length);
  expect(differences(before, await content(filled.sheet))).toEqual([]);
  expect(good(await host.clearMarks(filled.id))).toBe(0);
});

test('R-XLS-12 each fix removes its finding, and undo brings every cell back as it was', async () => {
  const filled = await insertAndType(excel, laiChau, QUIRKS);
  const host = hostOf(excel);
  const { findings } = good(await checkSheet(host, settings));
  const fixable = findings.filter((one) => one.fix !== undefined);
  expect(fixable.length).toBeGreaterThanOrEqual(8);
  good(await host.clearMarks(filled.id));
  for (const one of fixable) {
    const before = await content(filled.sheet);
    const step = good(await fixFindings(host, filled.id, [one]));
    const after = good(await checkSheet(host, settings));
    expect(after.findings.some((other) => other.code === one.code && other.at?.cell === one.at?.cell)).toBe(false);
    good(await host.undo(step));
    good(await host.clearMarks(filled.id));
    expect(differences(before, await content(filled.sheet))).toEqual([]);
  }
});

test('R-XLS-13 all fixes at once are one step, and the values are what the findings proposed', async () => {
  const filled = await insertAndType(excel, laiChau, QUIRKS);
  const host = hostOf(excel);
  const before = await content(filled.sheet);
  const { findings } = good(await checkSheet(host, settings));
  const undo = new UndoStack();
  const own = findings.filter((one) => one.code !== 'parent-differs');
  undo.push(good(await fixFindings(host, filled.id, own)));
  const values = await excel.look(async (context) => {
    const range = context.workbook.worksheets
      .getItem(filled.id)
      .getRange(`${filled.at('1.1', 'D')}:${filled.at('1.4', 'E')}`);
    range.load('values,text');
    await context.sync();
    return [range.values, range.text];
  });
  expect(values[0]).toEqual([
    [15, 450],
    [2, 10],
    [12, 1250],
    [15, 200],
  ]);
  expect(values[1]?.[1]).toEqual(['2', '10']);
  expect(undo.size).toBe(1);
  good(await undo.undoLast(host));
  good(await host.clearMarks(filled.id));
  expect(differences(before, await content(filled.sheet))).toEqual([]);
  expect(undo.size).toBe(0);
});

test('R-XLS-14 what was typed after a fix is not overwritten by undoing it', async () => {
  const filled = await insertAndType(excel, laiChau, QUIRKS);
  const host = hostOf(excel);
  const { findings } = good(await checkSheet(host, settings));
  const pair = findings.find((one) => one.code === 'proposed-pair');
  const step = good(await fixFindings(host, filled.id, pair === undefined ? [] : [pair]));
  await excel.look(async (context) => {
    context.workbook.worksheets.getItem(filled.id).getRange(filled.at('1.1', 'E')).values = [[77]];
    await context.sync();
  });
  const before = await content(filled.sheet);
  expect(await host.undo(step)).toEqual({
    ok: false,
    error: { code: 'changed-meanwhile', detail: filled.at('1.1', 'E') },
  });
  expect(differences(before, await content(filled.sheet))).toEqual([]);
});

test('R-XLS-15 checking costs at most two batches, inserting at most three', async () => {
  const host = hostOf(excel);
  expect(
    await excel.batchesOf(() =>
      insertForm(sheetInserting(excel.runExcel), { form: laiChau, campaign: null, unit: null }),
    ),
  ).toBeLessThanOrEqual(3);
  expect(await excel.batchesOf(() => checkSheet(host, settings))).toBeLessThanOrEqual(2);
  expect(await excel.batchesOf(() => checkSheet(host, settings))).toBeLessThanOrEqual(2);
});

test('R-XLS-16 a sheet without the form, an empty one and one whose rows were deleted each get a sentence', async () => {
  const host = hostOf(excel);
  await excel.look(async (context) => {
    context.workbook.worksheets.add('Trống').activate();
    await context.sync();
  });
  const empty = await checkSheet(host, settings);
  expect(empty).toEqual({ ok: false, error: { code: 'no-form', detail: 'Trống' } });
  expect(empty.ok ? '' : describeHostProblem(empty.error)).toContain('“Trống”');
  await excel.look(async (context) => {
    const made = context.workbook.worksheets.add('Sổ theo dõi');
    made.customProperties.add('TongHop.Role', SHEET_ROLES.ledger);
    made.activate();
    await context.sync();
  });
  const own = await checkSheet(host, settings);
  expect(own).toEqual({ ok: false, error: { code: 'own-sheet', detail: 'Sổ theo dõi' } });
  expect(own.ok ? '' : describeHostProblem(own.error)).toContain('do tiện ích lập ra');
  const filled = await insertAndType(excel, laiChau, QUIRKS);
  await excel.look(async (context) => {
    const sheet = context.workbook.worksheets.getItem(filled.id);
    sheet.protection.unprotect();
    sheet.getRange('11:20').delete('Up');
    await context.sync();
  });
  const cutDown = good(await checkSheet(host, settings));
  expect(cutDown.findings.map((one) => one.code)).toContain('rows-missing');
  expect(cutDown.findings.map((one) => one.code)).toContain('unreadable-text');
});

test('R-XLS-17 a sheet protected against formatting keeps its findings, with a reason why nothing is coloured', async () => {
  const filled = await insertAndType(excel, laiChau, QUIRKS);
  await excel.look(async (context) => {
    const { protection } = context.workbook.worksheets.getItem(filled.id);
    protection.unprotect();
    protection.protect({});
    await context.sync();
  });
  const before = await content(filled.sheet);
  const checked = good(await checkSheet(hostOf(excel), settings));
  expect(checked.findings.length).toBeGreaterThan(5);
  expect(checked.notMarked).toEqual({ code: 'sheet-protected', detail: filled.sheet });
  expect(differences(before, await content(filled.sheet))).toEqual([]);
});

test('R-XLS-18 nothing above ExcelApi 1.14 was needed, nothing was missing in the host, nothing was asked for outside', () => {
  expect(excel.page.host.gaps).toEqual([]);
  expect(excel.page.refused).toEqual([]);
});
