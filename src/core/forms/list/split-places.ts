/**
 * A cell that seems to name two places: "Hội trường UBND xã; Nhà văn hóa thôn 1". Only offered: an address has commas,
 * too, and a long name may be broken over two lines.
 */
import { foldText } from '../../cells/fold';

/** How the name of a place where something is held begins (folded); villages and communes are parts of addresses. */
const HEAD =
  /^(hoi truong|nha van hoa|nha thi dau|nha sinh hoat|nha thieu nhi|nha truyen thong|truong|thpt|thcs|tieu hoc|mam non|th |trung tam|tt |ttgd|thu vien|san van dong|quang truong|cong vien|bao tang|tram|tru so|chua|dinh|diem truong|cau lac bo|cong ty|nha may|ubnd|uy ban nhan dan|khu di tich|khu vuc)/;
const MARKER = /(?:^|\s)(?:[-•+*]|\d{1,2}[.)]|[a-đ]\))\s+/giu;
const LONGEST = 500;
const MOST_PARTS = 10;

/** The places a text names, two to ten of them; null where it names one. */
export function placesIn(text: string): readonly string[] | null {
  if (text.length > LONGEST) return null;
  const marked = parts(text.split(MARKER));
  if (marked !== null && (text.match(MARKER)?.length ?? 0) >= 2) return marked;
  const listed = parts(text.split(/;|\s[/|+]\s/));
  if (listed !== null) return listed;
  const lines = parts(text.split(/\n/));
  if (lines?.every((line) => HEAD.test(`${foldText(line)} `)) === true) return lines;
  const joined = parts(text.split(/\s(?:và|&)\s/iu));
  if (joined?.every((one) => HEAD.test(`${foldText(one)} `)) === true) return joined;
  const commas = parts(text.split(/,|\s(?:và|&)\s/iu));
  const heads = new Set(commas?.map((one) => HEAD.exec(`${foldText(one)} `)?.[0] ?? ''));
  // "Thư viện, Trường TH A" is one place; "Trường TH A, Trường TH B" are two.
  return commas !== null && heads.size === 1 && !heads.has('') ? commas : null;
}

function parts(pieces: readonly string[]): readonly string[] | null {
  const named = pieces
    .map((one) => one.replace(/\s+/g, ' ').replace(/^[\s,.;–-]+|[\s,;–-]+$/g, ''))
    .filter((one) => /\p{L}{2}/u.test(one));
  return named.length >= 2 && named.length <= MOST_PARTS ? named : null;
}
