/**
 * Everything received is text. Each kind of injection stands in each field a unit can fill, and goes through the whole
 * line to the .xlsx workbook and the JSON; nothing of it may come alive there. docs/security.md says what is promised.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { receiveCells } from '../../src/app/receive-workbook';
import { jsonPieces, jsonReport, type JsonReport } from '../../src/cli/json-report';
import { plainLine } from '../../src/cli/plain-line';
import { indexRoster } from '../../src/core/campaign/identify';
import { parseRoster } from '../../src/core/campaign/roster';
import { consolidate } from '../../src/core/consolidation/consolidate';
import type { Consolidation } from '../../src/core/consolidation/consolidation';
import type { Received } from '../../src/core/consolidation/received';
import { planSummary } from '../../src/core/sheets/plan-summary';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { XmlScanner } from '../../src/files/read/xml-scanner';
import { writeXlsx } from '../../src/files/write/write-xlsx';
import { describeFinding } from '../../src/messages/vi';
import { annexRows, FORM } from '../support/annex';
import { gridOf } from '../support/grid';
import { SETTINGS, sha256 } from '../support/received';
import { summaryOptions } from '../support/sample-summary';

const KINDS: Readonly<Record<string, readonly string[]>> = {
  formula: ['=1+1', '+1+1', '-1+1', '@SUM(A1:A9)', '\t=1+1', "=cmd|' /C calc'!A0", '{=1+1}', '=WEBSERVICE("http://x.test")', '_x003D_1+1'],
  hyperlink: ['http://x.test/a', '=HYPERLINK("http://x.test","a")', 'javascript:alert(1)', 'file://x.test/share', '\\\\x.test\\share'],
  html: ['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '</t></is></c><c><f>1+1</f></c>', ']]>', '&lt;b&gt;', '&#61;1+1', '"><a>'],
  prototype: ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__'],
  expression: ['(a+)+$', '.*', '[', '(?<x>', '\\', '$&', '$1', '%s', '{year}'],
};

const cases = Object.entries(KINDS).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const));

/** The payload in every place that a unit fills: unit line, document line, TT, label, unit of measure, quantity, note … */
function poisoned(payload: string, place: number): Received {
  const values = {
    '1.1': [payload, 60, payload],
    '2': [7, null, payload],
    '11': [payload, payload, payload],
  } as const;
  const rows = annexRows(values, { unit: `UBND xã ${payload}`, above: [[payload], [`Số: 12/BC-${payload}`], [`Chủ đề: ${payload}`]] });
  const extra = [payload, `Hoạt động ${payload}`, payload, payload, 4, payload];
  rows.splice(rows.length - 2, 0, extra, ['1.13', payload, payload, 5, 6, payload]);
  const label = rows.findIndex((row) => row[0] === '1.3');
  rows[label] = [payload, `${String(rows[label]?.[1])} ${payload}`, payload, 8, 9, payload];
  const workbook = {
    sheets: [gridOf(rows, { sheet: payload }), gridOf([[payload, 1], ['x', payload]], { sheet: `${payload} 2`, visibility: 'hidden' })],
    properties: { savedAt: payload, title: payload, creator: payload, custom: Object.fromEntries([[payload, payload]]) },
  };
  const file = { file: `${payload}/${payload} ${String(place)}.xlsx`, hash: sha256(`${payload}${String(place)}`), fileTime: null };
  return receiveCells(workbook, file, SETTINGS);
}

function asJson(consolidation: Consolidation): JsonReport {
  return jsonReport.parse(JSON.parse([...jsonPieces(consolidation)].join('')));
}

function consolidated(payload: string): Consolidation {
  const { roster, findings } = parseRoster([
    ['code', 'name', 'kind', 'superior', 'email', 'deadline', 'aliases'],
    [payload, `UBND xã ${payload}`, payload, payload, payload, payload, payload],
    ['B1', 'UBND xã B', '', '', '', '', ''],
  ]);
  const received: Received[] = [
    poisoned(payload, 1),
    poisoned(payload, 2),
    { file: `${payload}.pdf`, hash: null, savedAt: null, fileTime: null, outcome: 'refused', refusal: { code: 'not-a-workbook', detail: payload } },
  ];
  return consolidate(FORM, received, { roster: indexRoster(roster), findings });
}

function summaryOf(consolidation: Consolidation): Promise<Uint8Array> {
  return writeXlsx(planSummary(consolidation, { ...summaryOptions, describe: describeFinding }));
}

interface Alive {
  readonly formulas: readonly string[];
  readonly relationships: readonly string[];
  /** The sheet each link leads to; "outside" for any that is not a place in the workbook. */
  readonly links: readonly string[];
  readonly elements: ReadonlySet<string>;
}

/** Everything of a workbook that does something, from its XML. */
function aliveIn(xlsx: Uint8Array): Alive {
  const formulas: string[] = [];
  const relationships: string[] = [];
  const links: string[] = [];
  const elements = new Set<string>();
  for (const [name, content] of Object.entries(unzipSync(xlsx))) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    // The scanner accepts well-formed XML only.
    const scanner = new XmlScanner(strFromU8(content), 200);
    for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
      if (event !== 'open') continue;
      elements.add(scanner.name);
      if (scanner.name === 'Relationship') {
        relationships.push(`${scanner.attribute('TargetMode') ?? ''} ${scanner.attribute('Target') ?? ''}`);
      }
      if (scanner.name === 'hyperlink') {
        const inside = scanner.attribute('r:id') === undefined ? /^('[^']+'|[^!]+)!\$?[A-Z]+\$?\d+$/.exec(scanner.attribute('location') ?? '') : null;
        links.push(inside?.[1] ?? 'outside');
      }
      if (scanner.name === 'f' || scanner.name === 'calculatedColumnFormula' || scanner.name === 'definedName') {
        formulas.push(scanner.collectText());
      }
    }
  }
  return { formulas, relationships, links, elements };
}

let ordinary: Alive | null = null;

/** The same workbook with an ordinary word in every place. */
async function harmlessSummary(): Promise<Alive> {
  ordinary ??= aliveIn(await summaryOf(consolidated('Thử')));
  return ordinary;
}

/** A payload of one or two signs is in every formula by nature. */
const tells = (payload: string): boolean => payload.length > 3;

test.each(cases)('R-SEC-01 %s %j in every field: no formula, link or markup of it in the workbook', async (_kind, payload) => {
  const harmless = await harmlessSummary();
  const { formulas, relationships, links, elements } = aliveIn(await summaryOf(consolidated(payload)));
  if (tells(payload)) expect(formulas.filter((one) => one.includes(payload))).toEqual([]);
  expect(relationships.filter((one) => one.startsWith('External'))).toEqual([]);
  // Links lead only to places in the workbook itself, and only where the product puts them.
  expect(links.filter((one) => !harmless.links.includes(one))).toEqual([]);
  // Text is content: it adds no element the workbook would not have had.
  expect([...elements].filter((one) => !harmless.elements.has(one))).toEqual([]);
});

test.each(cases)('R-SEC-02 %s %j is read back as the text that was received', async (_kind, payload) => {
  const read = readWorkbook(await summaryOf(consolidated(payload)));
  if (!read.ok) throw new Error(read.error.code);
  const texts: string[] = [];
  for (const sheet of read.value.sheets) {
    for (const row of sheet.rows) {
      for (const cell of row.cells) {
        if (cell.value.kind !== 'text') continue;
        texts.push(cell.value.value);
        if (tells(payload) && cell.value.value.includes(payload)) expect(cell.formula).toBeUndefined();
      }
    }
  }
  expect(texts.some((text) => text.includes(payload.trim()))).toBe(true);
});

test.each(cases)('R-SEC-03 %s %j changes no figure and no object outside its own file', (_kind, payload) => {
  const json = asJson(consolidated(payload));
  expect(json.totals['2']).toEqual(asJson(consolidated('Thử')).totals['2']);
  const rows = FORM.indicators.filter((one) => one.fields.length > 0).map((one) => one.id);
  expect(Object.keys(json.totals).sort()).toEqual(rows.sort());
  expect(json.submissions.map((one) => one.file)).toContain(`${payload}.pdf`);
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('R-SEC-04 texts made to stall a pattern take no time', () => {
  const nasty = ['a'.repeat(30_000), ' '.repeat(30_000), '1.'.repeat(15_000), '(a+)+'.repeat(5_000), 'ă'.repeat(20_000), '../'.repeat(10_000)];
  for (const text of nasty) {
    const began = performance.now();
    const json = asJson(consolidated(`${text}!`));
    expect(json.submissions).toHaveLength(3);
    expect([text.slice(0, 3), performance.now() - began < 5_000]).toEqual([text.slice(0, 3), true]);
  }
});

test('R-SEC-05 every package is pinned to one version, and the lock knows its fingerprint', () => {
  const root = join(__dirname, '../..');
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>;
  const named = Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] });
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  interface Locked {
    readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly dev?: boolean; readonly hasInstallScript?: boolean; readonly optional?: boolean }>>;
  }
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked;
  const shipped = Object.entries(packages).filter(([path, one]) => path !== '' && one.dev !== true);
  expect(shipped.filter(([, one]) => !(one.integrity ?? '').startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  // Only the bundler of the command line may run anything while it is installed.
  expect(shipped.filter(([, one]) => one.hasInstallScript === true).map(([path]) => path)).toEqual(['node_modules/esbuild']);
});

test('R-SEC-06 a name on a terminal moves no cursor and hides nothing', () => {
  expect(plainLine('a\u001b[2Kb\u0007\r\n\u202exslx.exe')).toBe('a\ufffd[2Kb\ufffd\ufffd\ufffd\ufffdxslx.exe');
  expect(plainLine('Xã Đồi Chè – “lần 2”.xlsx')).toBe('Xã Đồi Chè – “lần 2”.xlsx');
});
