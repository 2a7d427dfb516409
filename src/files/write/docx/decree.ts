/**
 * The layout of an administrative document by numbers: Decree 30/2020/NĐ-CP, Phụ lục I, Phần I (I paper and margins, II
 * elements, V sample sizes). Where the decree gives a range, the value of its own sample is taken. Every measure of the
 * writer comes from here.
 */

export const FONT = 'Times New Roman';
export const LANGUAGE = 'vi-VN';

/** Millimetres to twentieths of a point, rounded up: a margin of 15 mm must not come out as 14.99. */
export function twips(millimetres: number): number {
  return Math.ceil((millimetres * 1440) / 25.4);
}

/** A4 with margins of I.3: top and bottom 20–25 mm, left 30–35, right 15–20. The page number stands in the top margin. */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: twips(20),
  bottom: twips(20),
  left: twips(30),
  right: twips(15),
  header: twips(10),
} as const;

export type Orientation = 'portrait' | 'landscape';

/** Width between the margins, in twips: 165 mm upright, 252 mm across. */
export function textWidth(orientation: Orientation): number {
  return (orientation === 'portrait' ? PAGE.width : PAGE.height) - PAGE.left - PAGE.right;
}

/** Height between the margins, in twips. */
export function textHeight(orientation: Orientation): number {
  return (orientation === 'portrait' ? PAGE.height : PAGE.width) - PAGE.top - PAGE.bottom;
}

/** Sizes in points (V: mẫu chữ và chi tiết trình bày). */
export const SIZE = {
  nation: 12,
  motto: 13,
  superior: 12,
  issuer: 12,
  number: 13,
  place: 13,
  title: 14,
  subject: 14,
  /** "V/v …" of a công văn: II.4.b, 12–13. */
  letterSubject: 12,
  addressee: 14,
  body: 14,
  signatory: 14,
  recipientsTitle: 12,
  recipients: 11,
  annexLabel: 14,
  annexTitle: 14,
  annexAttached: 14,
  pageNumber: 14,
  /** The decree names no size for tables; 12 is what offices print. */
  table: 12,
  caption: 13,
} as const;

/** The first line is set in by 1 or 1.27 cm (II.6.c). */
export const FIRST_LINE = 720;
/** At least 6 pt between paragraphs (II.6.c), in twips. */
export const BETWEEN_PARAGRAPHS = 120;
/** Line spacing from single (240) to one and a half (360). */
export const LINE = 276;

/** The words that stand in every such document. The decree prints both HÒA and HOÀ. */
export const FIXED = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  addressee: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  asAbove: 'Như trên',
  archive: 'Lưu: VT',
  end: './.',
  blank: '……………………',
} as const;

/** Columns of the letterhead, in twips: together the width of the text. The right one holds quốc hiệu at 13 points too. */
export const LETTERHEAD = { left: textWidth('portrait') - twips(96), right: twips(96) } as const;
/** Columns of Nơi nhận and the signature. */
export const CLOSING = { left: textWidth('portrait') - twips(85), right: twips(85) } as const;
/** Room for hand and seal between the signatory's office and name, in twips. */
export const ROOM_TO_SIGN = 1300;
