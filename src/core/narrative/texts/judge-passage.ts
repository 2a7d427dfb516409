/** Whether a passage can stand in the report: slogans say nothing of what was done, and figures of one unit need its name. */
import { foldText, foldTokens } from '../../cells/fold';

/** Openings of calls and greetings. */
const CALLS = [
  'hay ',
  'quyet tam',
  'nhiet liet',
  'chao mung',
  'hoan nghenh',
  'toan dan ',
  'toan the ',
  'tat ca vi',
  'moi nguoi dan hay',
  'hoc hoc nua',
  'hoc tap suot doi la',
  'hoc nua hoc mai',
  'vi su nghiep',
  'vi loi ich',
  'thi dua',
  'muon nam',
];
/** Fewer words than this are no statement. */
const FEWEST_WORDS = 3;

/** Why a passage is left out; null where it can stand. Works on the passage alone. */
export function judgePassage(text: string, units: 'named' | 'counted' | 'leftOut'): 'slogan' | 'figures-without-unit' | null {
  if (isSlogan(text)) return 'slogan';
  return units === 'leftOut' && /\d/.test(text) ? 'figures-without-unit' : null;
}

/** A call, a greeting or a motto: ends in "!", stands wholly in quotation marks, opens like one, or is too short to say anything. */
export function isSlogan(text: string): boolean {
  const trimmed = text.trim();
  if (foldTokens(trimmed.slice(0, 200)).length < FEWEST_WORDS) return true;
  if (/!["”’)]*\.?$/u.test(trimmed.slice(-6))) return true;
  if (trimmed.length < 300 && /^["“][^"“”]*["”][.!]?$/u.test(trimmed)) return true;
  const folded = `${foldText(trimmed.slice(0, 200))} `;
  return CALLS.some((opening) => folded.startsWith(opening));
}
