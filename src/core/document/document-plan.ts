/**
 * What an administrative document says and how it is built up, independent of Word: the report, the reminder, their
 * annexes. `files/write/docx` turns it into .docx by the rules of Decree 30/2020/NĐ-CP, Phụ lục I. Text is text:
 * nothing in it is markup; a line break in a text begins a new paragraph of the same look.
 *
 * What the writer does by itself, whether the plan did it or not: capitals where the decree has them (offices, title,
 * level 1, titles of annexes), "./." at the end of the body and of every annex, "05" for the number 5, dashes and
 * punctuation of "Kính gửi" and "Nơi nhận", "- Như trên;" first where there is an addressee, brackets around a prompt.
 */

/** A run of words with one look. */
export interface DocumentRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Parts of the body, numbered by the writer's caller: the number stands in the text ("I.", "1.", "a)"). */
export type DocumentBlock =
  /** "I. KẾT QUẢ …" (level 1), "1. Công tác …" (2), "a) …" (3). */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly number: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly DocumentRun[] }
  /** One line of a list, its dash or plus sign by level. */
  | { readonly kind: 'item'; readonly level: 1 | 2; readonly runs: readonly DocumentRun[] }
  /** Something the clerk has yet to fill in: shown in brackets and italics. */
  | { readonly kind: 'prompt'; readonly text: string }
  | DocumentTable;

export interface DocumentTable {
  readonly kind: 'table';
  /** Widths stand in their proportion; the writer scales them to the width of the text (165 mm, landscape 252). */
  readonly columns: readonly { readonly widthMm: number; readonly align: 'left' | 'center' | 'right' }[];
  /** Header rows, repeated on every page. A cell spans columns to the right and rows below; what it covers is left out. */
  readonly header: readonly (readonly DocumentCell[])[];
  readonly rows: readonly (readonly DocumentCell[])[];
}

export interface DocumentCell {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}

/** Pages after the signature with their own numbering: "Phụ lục I". */
export interface DocumentAnnex {
  /** "Phụ lục I"; "Phụ lục" alone where there is only one. */
  readonly label: string;
  readonly title: string;
  /** "(Kèm theo Báo cáo số: … ngày … của …)"; null where nothing is attached to anything. */
  readonly attachedTo: string | null;
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly DocumentBlock[];
  readonly photos: readonly DocumentPhoto[];
}

export interface DocumentPhoto {
  /** A picture that is neither PNG nor JPEG by its own first bytes is left out; its caption stays. */
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpeg';
  /** In pixels, to keep the proportions. */
  readonly width: number;
  readonly height: number;
  readonly caption: string;
}

/** Names and numbers that are null stay as the dotted blanks offices fill in by hand. */
export interface DocumentPlan {
  /** A báo cáo has its kind as title; a công văn has none, but a "V/v …" under its number. */
  readonly kind: 'report' | 'official-letter';
  /** Cơ quan chủ quản trực tiếp, in capitals; null where there is none above (an UBND) or it is unknown. */
  readonly superior: string | null;
  /** Cơ quan ban hành; null prints blanks. */
  readonly issuer: string | null;
  /** "12" → "Số: 12/BC-UBND"; the abbreviation is what stands behind the number: "BC-UBND". */
  readonly number: string | null;
  readonly symbol: string | null;
  readonly place: string | null;
  /** ISO day; null prints "ngày … tháng … năm …", with the year where it is known. */
  readonly date: string | null;
  readonly year: number | null;
  /** "BÁO CÁO"; null for a công văn. */
  readonly title: string | null;
  /** Trích yếu: under the title of a report; "V/v …" of a công văn (without "V/v"). */
  readonly subject: string;
  /** Kính gửi; empty leaves the line out. */
  readonly addressees: readonly string[];
  readonly body: readonly DocumentBlock[];
  /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH": one line each, titles only. */
  readonly signatory: readonly string[];
  /** Who signs, by name; blanks where it is left out. */
  readonly signer?: string | null;
  /** Lines under "Nơi nhận:" without their dashes; the last one is that of the archive. */
  readonly recipients: readonly string[];
  readonly annexes: readonly DocumentAnnex[];
}
