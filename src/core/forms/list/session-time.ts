/** By which minute of its day a line stands, from the words of its time: "Sáng", "7h30", "14 giờ 00". */
import { foldText } from '../../cells/fold';

const CLOCK = /(\d{1,2})\s?(?:giờ|gio|h|g|:)\s?(\d{2})?/iu;
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/(^| )(ca ngay|ca buoi|toan ngay)( |$)/, 0],
  [/(^| )sang( |$)/, 7 * 60],
  [/(^| )trua( |$)/, 11 * 60],
  [/(^| )chieu( |$)/, 13 * 60],
  [/(^| )toi( |$)/, 18 * 60],
];
/** Lines without a time come after those that have one. */
export const NO_TIME = 24 * 60;

/** Minutes after midnight; `NO_TIME` for words that tell none. */
export function minuteOf(text: string | undefined): number {
  if (text === undefined || text === '') return NO_TIME;
  const short = text.slice(0, 100);
  const folded = foldText(short);
  const clock = CLOCK.exec(short);
  const [hours, minutes] = [Number(clock?.[1]), Number(clock?.[2] ?? '0')];
  if (clock !== null && hours <= 23 && minutes <= 59) {
    // "2 giờ chiều" is 14:00.
    return (hours < 12 && /(^| )(chieu|toi)( |$)/.test(folded) ? hours + 12 : hours) * 60 + minutes;
  }
  return PARTS.find(([words]) => words.test(folded))?.[1] ?? NO_TIME;
}
