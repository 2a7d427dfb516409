/**
 * The roster of a campaign: who has to report. Read from a table of texts, whatever file that came from: a list kept
 * in Excel, or a table pasted from a Word document with its numbering, group lines and merged cells.
 */
import { foldText } from '../cells/fold';
import { decodeLegacy } from '../cells/legacy';
import { normalizeText } from '../cells/normalize';
import { finding, type Finding } from '../findings';
import { tellNamesApart, type RosterLine } from './roster-names';
import type { Roster } from './roster-unit';
import { kindOf, type UnitKind } from './unit-kind';
import { looksLikeUnit, unitKey } from './unit-name';

export type { Roster, RosterUnit } from './roster-unit';

type RosterColumn = 'order' | 'code' | 'name' | 'kind' | 'superior' | 'email' | 'deadline' | 'aliases';

/** Column headings understood, folded. */
const HEADINGS: Readonly<Record<RosterColumn, readonly string[]>> = {
  order: ['tt', 'stt', 'so tt', 'so thu tu', 'no'],
  code: ['code', 'ma', 'ma don vi', 'ma so', 'ma dinh danh', 'ma truong', 'ma dv'],
  name: [
    ...['name', 'ten', 'ten don vi', 'don vi', 'don vi bao cao', 'ten don vi bao cao'],
    ...['ten co quan don vi', 'co quan don vi', 'ten truong', 'ten co quan'],
  ],
  kind: ['kind', 'loai', 'loai don vi', 'loai hinh', 'khoi', 'cap hoc', 'nhom'],
  superior: ['superior', 'cap tren', 'don vi cap tren', 'co quan cap tren', 'co quan chu quan', 'truc thuoc', 'dia ban', 'don vi quan ly'],
  email: ['email', 'e mail', 'thu dien tu', 'dia chi email', 'hop thu', 'mail'],
  deadline: ['deadline', 'han nop', 'thoi han', 'han', 'thoi han nop', 'han bao cao'],
  aliases: ['aliases', 'alias', 'ten khac', 'ten goi khac', 'ten viet tat', 'viet tat'],
};
const COLUMNS = Object.keys(HEADINGS) as readonly RosterColumn[];
/** Without a heading, the columns stand in this order. */
const ORDER: readonly RosterColumn[] = ['code', 'name', 'kind', 'superior', 'email', 'deadline', 'aliases'];
/** The heading may stand below a title. */
const TITLE_ROWS = 20;
const MAX_UNITS = 20_000;

export interface ParsedRoster {
  readonly roster: Roster;
  readonly findings: readonly Finding[];
}

/**
 * Reads a roster from the rows of a table. A heading may stand anywhere in the first rows, in any order of columns;
 * without one the columns are code, name, kind, superior, email, deadline, aliases (aliases separated by ";" or "|"), or,
 * in a narrower table, a number and a name, or a name alone. A line that only names a group ("II. Các trường mầm non")
 * gives its kind to the lines below. Legacy encodings are converted. Lines without a name, repeated codes and names that
 * nothing tells apart are findings with their line number (1-based); nothing is guessed.
 */
export function parseRoster(rows: readonly (readonly string[])[]): ParsedRoster {
  const findings: Finding[] = [];
  const { texts, conversions } = readTexts(rows.slice(0, MAX_UNITS + TITLE_ROWS));
  if (conversions !== null) findings.push(conversions);
  if (rows.length > MAX_UNITS + TITLE_ROWS) findings.push(finding('roster-line', 'error', null, { line: MAX_UNITS, problem: 'too-long' }));
  const heading = findHeading(texts);
  const columns = heading?.columns ?? columnsByShape(texts);
  const first = heading === null ? 0 : heading.row + 1;
  const lines: RosterLine[] = [];
  const codes = new Map<string, CodedLine>();
  let group: string | null = null;
  texts.slice(first).forEach((row, index) => {
    const line = first + index + 1;
    if (row.every((cell) => cell === '')) return;
    const groupName = groupOf(row, columns);
    if (groupName !== null) {
      group = groupName;
      return;
    }
    const cell = (name: RosterColumn): string | null => row[columns.get(name) ?? -1] || null;
    const name = withoutNumber(cell('name') ?? '', columns.has('order'));
    if (name === '') {
      findings.push(finding('roster-line', 'warning', null, { line, problem: 'no-name' }));
      return;
    }
    const code = cell('code');
    const coded = { line, superior: cell('superior') };
    const earlier = code === null ? undefined : codes.get(code.toLowerCase());
    if (earlier !== undefined) {
      findings.push(codeTwice(name, coded, earlier));
      return;
    }
    if (code !== null) codes.set(code.toLowerCase(), coded);
    const kindText = cell('kind') ?? group;
    const rest = { superior: cell('superior'), email: cell('email'), deadline: cell('deadline') };
    lines.push({ line, unit: { code, name, ...kindIn(kindText, name), ...rest, aliases: aliasesOf(cell('aliases')) } });
  });
  const told = tellNamesApart(lines);
  return { roster: { units: told.units }, findings: [...findings, ...told.findings] };
}

interface CodedLine {
  readonly line: number;
  readonly superior: string | null;
}

/** The same code again: a line too many, or a unit that two superiors each count as theirs. */
function codeTwice(name: string, { line, superior }: CodedLine, earlier: CodedLine): Finding {
  if (superior === null || earlier.superior === null || unitKey(superior) === unitKey(earlier.superior)) {
    return finding('roster-line', 'warning', null, { line, problem: 'code-twice' });
  }
  const params = { name, line, other: earlier.line, first: earlier.superior, second: superior };
  return finding('roster-two-superiors', 'warning', null, params);
}

function aliasesOf(text: string | null): readonly string[] {
  return (text ?? '').split(/[;|]/).map((one) => one.trim()).filter((one) => one !== '');
}

/** The name says more than a heading of a group; a kind given for the line itself comes first. */
function kindIn(kindText: string | null, name: string): { readonly kind: UnitKind; readonly kindText: string | null } {
  const written = kindText === null ? 'other' : kindOf(kindText);
  const named = kindOf(name);
  return { kind: written === 'other' || (written === 'organisation' && named === 'learningPromotion') ? named : written, kindText };
}

/** Texts composed, converted from legacy encodings, each on one line. */
function readTexts(rows: readonly (readonly string[])[]): { texts: string[][]; conversions: Finding | null } {
  let count = 0;
  let example: { encoding: string; before: string; after: string } | null = null;
  const texts = rows.map((row) =>
    row.map((cell) => {
      const decoded = decodeLegacy(cell, undefined);
      const text = normalizeText(decoded.text).replace(/\s+/g, ' ').trim();
      if (decoded.encoding !== null) {
        count += 1;
        example ??= { encoding: decoded.encoding, before: cell.trim(), after: text };
      }
      return text;
    }),
  );
  const found = example as { encoding: string; before: string; after: string } | null;
  return { texts, conversions: found === null ? null : finding('text-converted', 'hint', null, { ...found, count }) };
}

function findHeading(rows: readonly (readonly string[])[]): { row: number; columns: Map<RosterColumn, number> } | null {
  for (let row = 0; row < Math.min(rows.length, TITLE_ROWS); row += 1) {
    const columns = new Map<RosterColumn, number>();
    (rows[row] ?? []).forEach((cell, index) => {
      const folded = foldText(cell.replace(/\([^)]*\)/g, ' '));
      for (const name of COLUMNS) if (!columns.has(name) && HEADINGS[name].includes(folded)) columns.set(name, index);
    });
    if (columns.has('name')) return { row, columns };
  }
  return null;
}

/** A table without a heading: the usual columns, or a running number and a name, or a name alone. */
function columnsByShape(rows: readonly (readonly string[])[]): Map<RosterColumn, number> {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const reads = (column: number): number => filled.filter((row) => looksLikeUnit(withoutNumber(row[column] ?? '', false))).length;
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (reads(1) === 0 && reads(0) > 0) return new Map([['name', 0]]);
  const numbers = filled.filter((row) => /^\d{1,5}[.)]?$/.test(row[0] ?? '')).map((row) => Number.parseInt(row[0] ?? '', 10));
  const running = numbers.length > 1 && numbers.every((one, index) => one === (numbers[0] ?? 0) + index) && numbers[0] === 1;
  if (running && width === 2) return new Map([['order', 0], ['name', 1]]);
  return new Map(ORDER.map((name, index) => [name, index]));
}

/** "1.", "12)", "a)", "-" before a name; a bare number only where the table has a column of numbers merged into it. */
function withoutNumber(name: string, numbered: boolean): string {
  const text = name.replace(/^(?:\d{1,4}(?:\.\d{1,3})*[.)]|[a-zđ]\)|[-–+•*])\s*(?=\p{L})/iu, '');
  const office = /^\d{1,4}\s+(?=(?:Trường|Phòng|UBND|Ủy ban|Sở|Ban|Hội|Trung tâm|TT|Xã|Phường)(?!\p{L}))/iu;
  return numbered ? text.replace(office, '') : text;
}

const ROMAN = /^[IVX]{1,6}[.)]?$/;

/**
 * A line of a Word table that names a group: numbered in Roman, or the same text in every cell of a merged row.
 * Returns the group's words; null for a unit's line.
 */
function groupOf(row: readonly string[], columns: ReadonlyMap<RosterColumn, number>): string | null {
  const filled = row.filter((cell) => cell !== '');
  const distinct = [...new Set(filled)];
  const order = row[columns.get('order') ?? columns.get('code') ?? 0] ?? '';
  const [only] = distinct;
  const merged = filled.length > 2 && distinct.length === 1;
  const inlined = distinct.length === 1 && only !== undefined && /^[IVX]{1,6}[.)]\s/.test(only);
  if (merged || inlined) return (only ?? '').replace(/^[IVX]{1,6}[.)]\s*/, '');
  const rest = distinct.filter((cell) => cell !== order);
  return ROMAN.test(order) && rest.length === 1 && columns.has('name') ? (rest[0] ?? null) : null;
}
