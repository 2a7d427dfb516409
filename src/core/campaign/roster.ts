/** The roster of a campaign: who has to report. Read from a table of texts, whatever file that came from. */
import { foldText } from '../cells/fold';
import { normalizeText } from '../cells/normalize';
import { finding, type Finding } from '../findings';
import type { ReportingUnit } from './reporting-unit';

export interface RosterUnit extends ReportingUnit {
  /** Kind of office as written ("UBND", "Trường THCS" …); null when not given. */
  readonly kind: string | null;
  /** Name or code of the superior; null when not given. */
  readonly superior: string | null;
  readonly email: string | null;
  /** The unit's own deadline as written; null for the campaign's. */
  readonly deadline: string | null;
  readonly aliases: readonly string[];
}

export interface Roster {
  readonly units: readonly RosterUnit[];
}

type RosterColumn = 'code' | 'name' | 'kind' | 'superior' | 'email' | 'deadline' | 'aliases';

/** Column headings understood, folded. */
const HEADINGS: Readonly<Record<RosterColumn, readonly string[]>> = {
  code: ['code', 'ma', 'ma don vi', 'ma so'],
  name: ['name', 'ten', 'ten don vi', 'don vi', 'don vi bao cao'],
  kind: ['kind', 'loai', 'loai don vi', 'loai hinh'],
  superior: ['superior', 'cap tren', 'don vi cap tren', 'co quan cap tren', 'co quan chu quan'],
  email: ['email', 'e mail', 'thu dien tu'],
  deadline: ['deadline', 'han nop', 'thoi han', 'han'],
  aliases: ['aliases', 'alias', 'ten khac', 'ten goi khac'],
};
const ORDER: readonly RosterColumn[] = ['code', 'name', 'kind', 'superior', 'email', 'deadline', 'aliases'];
const MAX_UNITS = 20_000;

export interface ParsedRoster {
  readonly roster: Roster;
  readonly findings: readonly Finding[];
}

/**
 * Reads a roster from the rows of a table. The first row may be a heading (in any order); without one the columns
 * are code, name, kind, superior, email, deadline, aliases (aliases separated by ";" or "|").
 * Lines without a name and repeated codes are findings with their line number (1-based); nothing is guessed.
 */
export function parseRoster(rows: readonly (readonly string[])[]): ParsedRoster {
  const findings: Finding[] = [];
  const heading = headingOf(rows[0] ?? []);
  const columns = heading ?? new Map(ORDER.map((name, index) => [name, index]));
  const units: RosterUnit[] = [];
  const codes = new Map<string, number>();
  rows.slice(heading === null ? 0 : 1, MAX_UNITS).forEach((row, index) => {
    const line = index + (heading === null ? 1 : 2);
    if (row.every((cell) => cell.trim() === '')) return;
    const cell = (name: RosterColumn): string | null => {
      const text = normalizeText(row[columns.get(name) ?? -1] ?? '').trim();
      return text === '' ? null : text;
    };
    const name = cell('name');
    const code = cell('code');
    if (name === null) {
      findings.push(finding('roster-line', 'warning', null, { line, problem: 'no-name' }));
      return;
    }
    const earlier = code === null ? undefined : codes.get(code);
    if (earlier !== undefined) {
      findings.push(finding('roster-line', 'warning', null, { line, problem: 'code-twice' }));
      return;
    }
    if (code !== null) codes.set(code, line);
    const aliases = (cell('aliases') ?? '').split(/[;|]/).map((one) => one.trim()).filter((one) => one !== '');
    units.push({
      code,
      name,
      kind: cell('kind'),
      superior: cell('superior'),
      email: cell('email'),
      deadline: cell('deadline'),
      aliases,
    });
  });
  return { roster: { units }, findings };
}

function headingOf(row: readonly string[]): Map<RosterColumn, number> | null {
  const columns = new Map<RosterColumn, number>();
  row.forEach((cell, index) => {
    const folded = foldText(cell);
    for (const name of ORDER) if (!columns.has(name) && HEADINGS[name].includes(folded)) columns.set(name, index);
  });
  return columns.has('name') ? columns : null;
}
