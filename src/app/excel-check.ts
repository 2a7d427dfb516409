/**
 * "Kiểm tra tiện ích": what the add-in needs of Excel, tried in the Excel it is in. For the person who helps a clerk, and
 * for the first look into an Excel that nobody has tried yet. The result says nothing of what is in the workbook.
 */
import { DIAGNOSTICS_WORDS } from '../messages/diagnostics-words';
import type { HostResult } from './host';

/** What Excel says of itself. */
export interface ExcelFacts {
  /** "Excel 16.0.14332.20000 (PC)". */
  readonly host: string;
  /** "vi-VN": of the menus, and of the data. */
  readonly languages: readonly string[];
  /** "ExcelApi 1.14": of each requirement set the highest version that is there. */
  readonly requirementSets: readonly string[];
}

export interface CaseResult {
  /** "area/what". */
  readonly id: string;
  readonly title: string;
  /** Why it failed; null where it passed. Speaks of the scratch sheet only. */
  readonly reason: string | null;
}

export interface ExcelCheckReport {
  readonly facts: ExcelFacts;
  readonly results: readonly CaseResult[];
  /** How many there are; more than `results` after a stop. */
  readonly total: number;
  /** Scratch sheets that could not be taken away; null where Excel did not even say. */
  readonly left: readonly string[] | null;
}

export interface ExcelCheckOptions {
  readonly onProgress: (done: number, total: number) => void;
  /** Ends the check after the case that is under way. */
  readonly signal: AbortSignal;
}

export interface ExcelChecking {
  /** Runs all cases on scratch sheets and takes them away again. Fails where no sheet can be added at all. */
  run(options: ExcelCheckOptions): HostResult<ExcelCheckReport>;
}

/** One line of the summary: an area of Excel and how many of its cases passed. */
export interface AreaResult {
  readonly area: string;
  readonly passed: number;
  readonly total: number;
}

/** The results by area, in the order of the run. */
export function byArea(results: readonly CaseResult[]): readonly AreaResult[] {
  const areas = new Map<string, { passed: number; total: number }>();
  for (const { id, reason } of results) {
    const key = id.split('/')[0] ?? id;
    const area = areas.get(key) ?? { passed: 0, total: 0 };
    areas.set(key, { passed: area.passed + (reason === null ? 1 : 0), total: area.total + 1 });
  }
  return [...areas].map(([key, counts]) => ({ area: DIAGNOSTICS_WORDS.area(key), ...counts }));
}

/** The report as plain text, to be pasted into a letter. */
export function reportText({ facts, results, total, left }: ExcelCheckReport): string {
  const failed = results.filter((one) => one.reason !== null);
  return [
    DIAGNOSTICS_WORDS.reportTitle,
    `${DIAGNOSTICS_WORDS.reportHost}: ${facts.host}`,
    `${DIAGNOSTICS_WORDS.reportLanguages}: ${facts.languages.join(', ')}`,
    `${DIAGNOSTICS_WORDS.reportSets}: ${facts.requirementSets.join(', ')}`,
    DIAGNOSTICS_WORDS.reportCount(results.length - failed.length, results.length, total),
    ...(left === null || left.length > 0 ? [DIAGNOSTICS_WORDS.left(left)] : []),
    '',
    ...results.map(
      ({ id, title, reason }) => `${reason === null ? '+' : '-'} ${id}: ${title}${reason === null ? '' : `\n    ${reason}`}`,
    ),
    '',
  ].join('\n');
}
