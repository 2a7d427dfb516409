/** The words of a thought that carry it: what is left when the words every report shares are taken away. */
import { foldTokens } from '../../cells/fold';

/** Longer texts are compared by their beginning. */
const LONGEST = 600;

/**
 * Folded words that say nothing by themselves here: particles, and the words of the Week. Words that deny (chưa, không,
 * thiếu) are never among them: with and without them is the opposite.
 */
const WEAK = new Set(
  (
    'cac nhung mot so va hoac voi cho cua tai trong tren duoi ve den tu tu khi theo la da dang se duoc bi do nen ma thi cung nhu ' +
    'de nhat rat kha con viec cong tac hoat dong to chuc trien khai thuc hien tuan le huong ung hoc tap suot doi don vi dia phuong dia ban nam nay ' +
    'xa phuong truong nha huyen tinh thanh pho quan de nghi kien nghi quan tam'
  ).split(' '),
);

/** The content words of a text, each once, in alphabetical order; all its words where none carries content. */
export function contentWords(text: string): readonly string[] {
  const tokens = foldTokens(text.slice(0, LONGEST));
  const content = tokens.filter((word) => !WEAK.has(word));
  return [...new Set(content.length > 0 ? content : tokens)].sort();
}

/** One letter wrong, added, missing in words of four letters and more. */
export function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < 4 || long.length - short.length > 1 || /[0-9]/.test(long + short)) return false;
  let at = 0;
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at += 1;
  return short.slice(at + (long.length === short.length ? 1 : 0)) === long.slice(at + 1);
}
