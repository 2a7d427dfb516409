/** Names of the files that are sent out: in the roster's order, legal on every system, no two alike. */
import { normalizeText } from '../cells/normalize';
import { cutAt } from '../sheets/sheet-name';
import type { ReportingUnit } from './reporting-unit';

/** With its ending. Windows allows 260 for a whole path; folders and a mail program's own additions need the rest. */
const LONGEST = 120;
const ENDING = '.xlsx';

/** "001 UBND xã A.xlsx": numbered, so that the files sort as the roster does and no two names are alike. */
export function sentFileNames(units: readonly ReportingUnit[]): readonly string[] {
  const digits = Math.max(3, String(units.length).length);
  return units.map((unit, index) => {
    const number = String(index + 1).padStart(digits, '0');
    const room = LONGEST - ENDING.length - number.length - 1;
    return `${number} ${cutAt(legalPart(unit.name), room).trimEnd()}`.trim() + ENDING;
  });
}

/** Windows forbids these in a name, and spaces and dots at its end; what cannot be seen helps nobody. */
function legalPart(name: string): string {
  return normalizeText(name)
    .replace(/\p{Surrogate}/gu, ' ')
    .replace(/[<>:"/\\|?*]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
}
