/** The check of requirement sets passes on the add-in, and is seen to fail: planted files beside a copy of the manifest. */
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

import { plantTree, type PlantedTree } from '../support/planted-tree';
import { ROOT } from '../support/source-tree';

interface Checked {
  readonly status: number | null;
  /** "file:line sentence", without the column. */
  readonly problems: readonly string[];
  readonly members: number;
  readonly text: string;
}

function check(folder: string): Checked {
  const done = spawnSync(process.execPath, [join(ROOT, 'tools', 'office-api-check.mjs'), folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const text = done.stdout + done.stderr;
  return {
    status: done.status,
    problems: [...text.matchAll(/^(src\/[^\s:]+:\d+):\d+ (.*)$/gm)].map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`),
    members: Number(/^(\d+) members/m.exec(text)?.[1] ?? 'NaN'),
    text,
  };
}

/** What a planted file says → what must be reported of its line; an empty list for nothing. */
type Planted = Readonly<Record<string, readonly [code: string, needs: readonly string[]]>>;

/** One function a file, the body on line 2. */
const body = (parameters: string, code: string): string =>
  `export async function used(${parameters}): Promise<unknown> {\n  ${code}\n}\n`;
const range = (code: string): string => body('range: Excel.Range', code);
const sheet = (code: string): string => body('sheet: Excel.Worksheet', code);

const VIOLATIONS: Planted = {
  'member.ts': [sheet('return sheet.notes;'), ['Excel.Worksheet.notes needs ExcelApi 1.18']],
  'method.ts': [range('return range.getDependents();'), ['Excel.Range.getDependents needs ExcelApi 1.15']],
  'enum-word.ts': [
    range("range.clear('ResetContents'); return range;"),
    ['Excel.ClearApplyTo.resetContents needs ExcelApi 1.18'],
  ],
  'bracket.ts': [sheet('return sheet["notes"];'), ['Excel.Worksheet.notes needs ExcelApi 1.18']],
  'destructured.ts': [sheet('const { notes } = sheet; return notes;'), ['Excel.Worksheet.notes needs ExcelApi 1.18']],
  'aliased.ts': [sheet('const same = sheet; return same.notes;'), ['Excel.Worksheet.notes needs ExcelApi 1.18']],
  'online.ts': [sheet('return sheet.namedSheetViews;'), ['Excel.Worksheet.namedSheetViews needs ExcelApiOnline 1.1']],
  'run-options.ts': [
    body('', 'return Excel.run({ mergeUndoGroup: true } as Excel.RunOptions, async (context) => context.sync());'),
    ['Excel.RunOptions.mergeUndoGroup needs ExcelApi 1.20'],
  ],
  'enum-member.ts': [
    body('', 'return Excel.CellValueType.webImage;'),
    ['Excel.CellValueType needs ExcelApi 1.16', 'Excel.CellValueType.webImage needs ExcelApi 1.16'],
  ],
  'within.ts': [range("range.copyFrom('A1', 'Values'); return Excel.RangeCopyType.all;"), []],
  'load-text.ts': [range("range.load('address, valuesAsJson'); return range;"), ['Excel.Range.valuesAsJson needs ExcelApi 1.16']],
  'load-path.ts': [
    body('sheets: Excel.WorksheetCollection', "sheets.load('items/name,items/showDataTypeIcons'); return sheets;"),
    ['Excel.Worksheet.showDataTypeIcons needs ExcelApi 1.19'],
  ],
  'load-collection.ts': [
    body('sheets: Excel.WorksheetCollection', "sheets.load('name,showDataTypeIcons'); return sheets;"),
    ['Excel.Worksheet.showDataTypeIcons needs ExcelApi 1.19'],
  ],
  'load-array.ts': [
    range("range.load(['values', 'valuesAsJson']); return range;"),
    ['Excel.Range.valuesAsJson needs ExcelApi 1.16'],
  ],
  'load-constant.ts': [
    range(
      "const names = ['values', 'valuesAsJson'] as const; range.load([...names]); range.load(names.join(',')); return range;",
    ),
    ['Excel.Range.valuesAsJson needs ExcelApi 1.16', 'Excel.Range.valuesAsJson needs ExcelApi 1.16'],
  ],
  'load-object.ts': [
    range('range.load({ values: true, valuesAsJson: true }); return range;'),
    ['Excel.Range.valuesAsJson needs ExcelApi 1.16'],
  ],
  'load-select.ts': [
    range("range.load({ select: 'values,valuesAsJson' }); return range;"),
    ['Excel.Range.valuesAsJson needs ExcelApi 1.16'],
  ],
  'load-context.ts': [
    body('context: Excel.RequestContext, range: Excel.Range', "context.load(range, 'valuesAsJson'); return range;"),
    ['Excel.Range.valuesAsJson needs ExcelApi 1.16'],
  ],
  'misspelt.ts': [range("range.load('vales'); return range;"), ['load asks for "vales", but "vales" is no member of Range']],
  'misspelt-array.ts': [
    range("range.load(['values', 'format/fil/color']); return range;"),
    ['load asks for "format/fil/color", but "fil" is no member of RangeFormat'],
  ],
  'load-method.ts': [
    range("range.load('getCell'); return range;"),
    ['load asks for "getCell", but "getCell" is a method, not a property of Range'],
  ],
  'unreadable.ts': [
    body('range: Excel.Range, names: string', 'range.load(names); return range;'),
    ['cannot be read: write the names that load asks for into the code, or give them a type that lists them'],
  ],
  'written.ts': [
    range('range.set({ valuesAsJson: [] }); return range;'),
    ['Excel.Interfaces.RangeUpdateData.valuesAsJson needs ExcelApi 1.16'],
  ],
  'argument.ts': [
    body('table: Excel.Table', 'return table.rows.add(0, [[1]], true);'),
    ['Excel.TableRowCollection.add needs ExcelApi 1.15'],
  ],
  'other-set.ts': [
    body('', "return Office.context.ui.openBrowserWindow('https://example.org');"),
    ['Office.UI.openBrowserWindow needs OpenBrowserWindowApi 1.1'],
  ],
  'no-set.ts': [
    body('', 'return Office.context.mailbox;'),
    ['Office.Context.mailbox names no requirement set: guard it, or list it in tools/office-api/requirements.mjs'],
  ],
};

const ask = (set: string, version: string): string => `Office.context.requirements.isSetSupported('${set}', '${version}')`;
const NOTES = ask('ExcelApi', '1.18');
const NEEDS_NOTES = ['Excel.Worksheet.notes needs ExcelApi 1.18'];

const GUARDS: Planted = {
  'if.ts': [sheet(`if (${NOTES}) return sheet.notes; return null;`), []],
  'else.ts': [sheet(`if (!${NOTES}) { return null; } else { return sheet.notes; }`), []],
  'early-return.ts': [sheet(`if (!${NOTES}) return null; const deep = () => { return sheet.notes; }; return deep;`), []],
  'early-throw.ts': [sheet(`if (!${NOTES}) { throw new Error('too old'); } return sheet.notes;`), []],
  'question.ts': [sheet(`return ${NOTES} ? sheet.notes : null;`), []],
  'and.ts': [sheet(`return ${NOTES} && sheet.notes;`), []],
  'or.ts': [sheet(`return !${NOTES} || sheet.notes;`), []],
  'constant.ts': [sheet(`const canNote = ${NOTES}; if (canNote) return sheet.notes; return null;`), []],
  'function.ts': [
    `const canNote = (): boolean => ${NOTES};\nexport const used = (sheet: Excel.Worksheet): unknown => (canNote() ? sheet.notes : null);\n`,
    [],
  ],
  'newer.ts': [sheet(`if (${ask('ExcelApi', '1.20')}) return sheet.notes; return null;`), []],
  'load.ts': [range(`if (${ask('ExcelApi', '1.16')}) range.load('valuesAsJson'); return range;`), []],
  'shared.ts': [
    body('', `if (${ask('OpenBrowserWindowApi', '1.1')}) Office.context.ui.openBrowserWindow('https://example.org'); return 1;`),
    [],
  ],
  'argument-left-out.ts': [body('table: Excel.Table', 'return table.rows.add(0, [[1]]);'), []],
  // Guards that do not guard.
  'too-low.ts': [sheet(`if (${ask('ExcelApi', '1.17')}) return sheet.notes; return null;`), NEEDS_NOTES],
  'wrong-set.ts': [sheet(`if (${ask('SharedRuntime', '1.18')}) return sheet.notes; return null;`), NEEDS_NOTES],
  'wrong-branch.ts': [sheet(`if (${NOTES}) return null; return sheet.notes;`), NEEDS_NOTES],
  'not-left.ts': [sheet(`if (!${NOTES}) { sheet.calculate(true); } return sheet.notes;`), NEEDS_NOTES],
  'either.ts': [
    body('sheet: Excel.Worksheet, other: boolean', `if (${NOTES} || other) return sheet.notes; return null;`),
    NEEDS_NOTES,
  ],
  'variable.ts': [sheet(`let canNote = ${NOTES}; canNote = true; if (canNote) return sheet.notes; return null;`), NEEDS_NOTES],
  'outside.ts': [sheet(`if (${NOTES}) { sheet.calculate(true); } return sheet.notes;`), NEEDS_NOTES],
  'hoisted.ts': [sheet(`if (!${NOTES}) return late(); function late(): unknown { return sheet.notes; } return 1;`), NEEDS_NOTES],
};

const planted = (folder: string, files: Planted): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, [code]]) => [`${folder}/${name}`, code]));
const expected = (folder: string, files: Planted): string[] =>
  Object.entries(files).flatMap(([name, [, needs]]) => needs.map((need) => `${folder}/${name}:2 ${need}`));

let tree: PlantedTree;
let seen: Checked;

beforeAll(() => {
  tree = plantTree({ ...planted('src/excel/planted', VIOLATIONS), ...planted('src/commands/guarded', GUARDS) });
  copyFileSync(join(ROOT, 'manifest.xml'), join(tree.folder, 'manifest.xml'));
  seen = check(tree.folder);
}, 120_000);

afterAll(() => {
  tree.remove();
});

const seenIn = (folder: string): string[] => [...seen.problems].filter((problem) => problem.startsWith(folder)).sort();

test('R-API-01 every member of Office.js in the add-in lies within the declared sets', () => {
  const checked = check(ROOT);
  expect(checked.problems).toEqual([]);
  expect(checked.text).not.toContain('ON_PURPOSE');
  expect(checked.status).toBe(0);
  expect(checked.members).toBeGreaterThanOrEqual(20);
  expect(checked.text).toContain('ExcelApi 1.14, SharedRuntime 1.1');
}, 120_000);

test('R-API-02 R-API-03 each planted violation is named with file, line, member and set', () => {
  expect(seen.status).toBe(1);
  expect(seenIn('src/excel/planted')).toEqual(expected('src/excel/planted', VIOLATIONS).sort());
});

test('R-API-04 a guard silences what it covers and nothing else', () => {
  expect(seenIn('src/commands/guarded')).toEqual(expected('src/commands/guarded', GUARDS).sort());
});

test('R-API-05 having seen too few members is a failure', () => {
  const small = plantTree({ 'src/excel/little.ts': range("range.load('values'); return range.values;") });
  try {
    copyFileSync(join(ROOT, 'manifest.xml'), join(small.folder, 'manifest.xml'));
    const checked = check(small.folder);
    expect(checked.problems).toEqual([]);
    expect(checked.members).toBeGreaterThan(0);
    expect(checked.members).toBeLessThan(20);
    expect(checked.text).toContain('Fewer than 20 members');
    expect(checked.status).toBe(1);
  } finally {
    small.remove();
  }
}, 120_000);
