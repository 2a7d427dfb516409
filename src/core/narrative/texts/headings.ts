/** Which part of a report a line opens: the headings of the outline, as clerks write them, numbered or not. */
import { foldTokens } from '../../cells/fold';
import type { TextPart } from './unit-texts';

/** "none": a heading whose content is not read here (results, general evaluation); "end": signature, recipients. */
export type HeadingPart = TextPart | 'documents' | 'photos' | 'none' | 'end';

export interface Heading {
  readonly part: HeadingPart;
  /** What stands on the same line behind a colon; empty for nothing. */
  readonly rest: string;
}

/** Opening words, folded; the first that fits wins. */
const OPENINGS: readonly (readonly [HeadingPart, readonly string[]])[] = [
  ['documents', ['van ban', 'cac van ban', 'danh muc van ban', 'danh sach van ban', 'he thong van ban', 'so van ban']],
  [
    'direction',
    [
      'cong tac chi dao',
      'chi dao dieu hanh',
      'cong tac lanh dao',
      'lanh dao chi dao',
      'nhan xet danh gia cong tac chi dao',
      'danh gia cong tac chi dao',
    ],
  ],
  [
    'activities',
    [
      'noi dung cac hoat dong',
      'noi dung hoat dong',
      'cac hoat dong',
      'hoat dong',
      'cac noi dung',
      'noi dung trien khai',
      'noi dung thuc hien',
    ],
  ],
  ['none', ['ket qua', 'danh gia chung', 'phan', 'so lieu', 'thong ke']],
  ['strengths', ['uu diem', 'nhung uu diem', 'mat manh', 'mat duoc', 'nhung mat duoc', 'thuan loi', 'diem manh', 'diem noi bat']],
  [
    'weaknesses',
    [
      'ton tai',
      'nhung ton tai',
      'han che',
      'nhung han che',
      'kho khan',
      'nhuoc diem',
      'mat chua duoc',
      'khuyet diem',
      'vuong mac',
      'bat cap',
    ],
  ],
  ['proposals', ['kien nghi', 'de xuat', 'nhung kien nghi', 'y kien de xuat', 'phuong huong va kien nghi']],
  ['photos', ['hinh anh', 'mot so hinh anh', 'anh minh hoa', 'cac hinh anh', 'phu luc anh', 'phu luc hinh anh', 'anh hoat dong']],
  ['end', ['noi nhan', 'thu truong', 'hieu truong', 'chu tich', 'giam doc', 'nguoi lap', 'tren day la', 'ky ten', 'tm uy ban']],
];

/** Words a heading may go on with; any other word makes the line a statement ("Công tác chỉ đạo kịp thời"). */
const FILLER = new Set(
  (
    'va cac nhung cua don vi dieu hanh chi dao da duoc trien khai trong tuan le huong ung hoc tap suot doi han che ton tai nguyen nhan de xuat kien nghi ' +
    'neu co nhan xet thuc hien ban huong dan danh gia thong ke muc van minh hoa tieu bieu kho khan vuong mac nhuoc diem uu mat manh noi bat bat cap ' +
    'hoat dong dung chinh cap tren voi nam to chuc cong tac anh dat ket qua ky tai lieu khac phan loi so luong theo tham quyen thuan loi giai phap ngay'
  ).split(' '),
);
/** More words than this are no heading. */
const LONGEST = 16;
const NUMBERING = /^(?:[ivx]{1,5}|\d{1,2}|[a-z])$/;

/** The heading a line is, or null. Numbering in front ("II.", "1.2.", "a)") does not matter. */
export function headingOf(line: string): Heading | null {
  const start = line.slice(0, 300);
  const colon = start.indexOf(':');
  const head = colon < 0 ? line : start.slice(0, colon);
  if (head.length > 160) return null;
  const words = withoutNumbering(foldTokens(head));
  if (words.length === 0 || words.length > LONGEST) return null;
  const text = `${words.join(' ')} `;
  for (const [part, openings] of OPENINGS) {
    const opening = openings.find((one) => text.startsWith(`${one} `));
    if (opening === undefined) continue;
    const rest = colon < 0 ? '' : line.slice(colon + 1).trim();
    if (part === 'end') return { part, rest: '' };
    const more = words.slice(opening.split(' ').length);
    if (
      part === 'none'
        ? more.length <= LONGEST && isTitle(more, head)
        : more.every((word) => FILLER.has(word) || /^20\d\d$/.test(word))
    )
      return { part, rest };
  }
  return null;
}

/** "KẾT QUẢ TRIỂN KHAI …", "3. Kết quả đạt được": titles, where "Kết quả có 12 lớp" is a statement. */
function isTitle(more: readonly string[], head: string): boolean {
  return more.every((word) => FILLER.has(word) || NUMBERING.test(word)) || head === head.toUpperCase();
}

function withoutNumbering(words: readonly string[]): readonly string[] {
  let at = 0;
  while (at < words.length - 1 && at < 3 && NUMBERING.test(words[at] ?? '')) at += 1;
  return words.slice(at);
}

/** Whom the proposals below a line are meant for: "1. Với Bộ Giáo dục và Đào tạo:". Null for any other line. */
export function addresseeOf(line: string): { readonly addressee: string; readonly rest: string } | null {
  const colon = line.slice(0, 120).indexOf(':');
  const head = colon < 0 ? line : line.slice(0, colon);
  if (head.length > 100) return null;
  const match =
    /^[\s\-–+*•]*(?:[IVX\d]{1,4}(?:[.)]\d{1,2})*[.)]?|[a-zđ][.)])?\s*(?:Kiến nghị |Đề nghị )?(?:Đối với|Với|Gửi)\s+(\S.*)$/iu.exec(
      head,
    );
  const name = match?.[1]?.replace(/[\s.;,]+$/u, '') ?? '';
  if (name === '' || foldTokens(name).length > 12) return null;
  return { addressee: name, rest: colon < 0 ? '' : line.slice(colon + 1).trim() };
}
