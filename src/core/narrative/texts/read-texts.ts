/**
 * Reads what a unit wrote: the sheet "Báo cáo" that was sent out, the same headings typed by hand on any other sheet, or
 * a consolidated workbook's own report. Nothing is required; what is there is read as it stands.
 */
import type { CellGrid } from '../../cells/cell';
import { cellAddress } from '../../cells/address';
import type { CellRef } from '../../cells/cell-ref';
import { normalizeText } from '../../cells/normalize';
import { foldText, foldTokens } from '../../cells/fold';
import { finding, type Finding } from '../../findings';
import { addresseeOf, headingOf, type HeadingPart } from './headings';
import { documentColumns, documentOfRow, documentOfText, withoutBullet, type DocumentColumn } from './issued-documents';
import { isSlogan } from './judge-passage';
import { sheetLines, type SheetLines, type TextLine } from './text-lines';
import type { IssuedDocument, Passage, PhotoCaption, TextPart, UnitTexts } from './unit-texts';

/** Passages, documents and captions kept of one unit. */
const MOST_ENTRIES = 200;
/** A passage longer than this is parted at the end of a sentence, or cut. */
const LONGEST_PASSAGE = 600;
const MOST_REPORT_ROWS = 2_000;
/** "Nothing" in so many words. */
const NOTHING = new Set([
  'khong',
  'khong co',
  'khong phat sinh',
  'chua co',
  'x',
  'co',
  'nhu tren',
  'khong co gi',
  'khong y kien',
  'khong co y kien',
]);
const SHEET_NAMES = /^(?:bao cao|phan loi|phu luc (?:i|1)$|phu luc (?:i|1) |bc )/;

/** The texts of a workbook; null where there are none. `formSheet` is the sheet of figures, which is not looked at. */
export function readTexts(sheets: readonly CellGrid[], formSheet: string): UnitTexts | null {
  const report = sheets.find((grid) => grid.visibility === 'visible' && reportColumns(grid) !== null);
  if (report !== undefined) return saying(ownReport(report));
  let best: { readonly grid: CellGrid; readonly read: SheetLines; readonly headings: number } | null = null;
  for (const grid of sheets) {
    if (grid.sheet === formSheet || grid.visibility !== 'visible') continue;
    const read = sheetLines(grid);
    const headings = headingsOf(read.lines);
    const named = SHEET_NAMES.test(`${foldText(grid.sheet)} `);
    if (headings < (named ? 1 : 2)) continue;
    if (best === null || headings > best.headings) best = { grid, read, headings };
  }
  if (best === null) return null;
  return saying(new TextsReader(best.grid.sheet, best.read).texts());
}

function saying(texts: UnitTexts): UnitTexts | null {
  const says = texts.documents.length + texts.passages.length + texts.photos.length + texts.findings.length > 0;
  return says ? texts : null;
}

interface ReportColumns {
  readonly header: number;
  readonly section: number;
  readonly text: number;
  readonly state: number;
  readonly data: number;
}

/** In letters: the headers of a report of ours are two words. */
const LONGEST_HEADER = 60;

/** The columns of a consolidated workbook's own report, by their headers; null for any other sheet. */
function reportColumns(grid: CellGrid): ReportColumns | null {
  for (const row of grid.rows.slice(0, 12)) {
    const at = (header: string): number =>
      row.cells.find(({ value }) => value.kind === 'text' && value.value.length <= LONGEST_HEADER && foldText(value.value) === header)
        ?.column ?? -1;
    // Sheets that are no report, nearly all, are told by one of the headers.
    if (at('ma doan') < 0) continue;
    const found = { header: row.index, section: at('phan'), text: at('noi dung'), state: at('trang thai'), data: at('du lieu') };
    if (Object.values(found).every((column) => column >= 0)) return found;
  }
  return null;
}

/**
 * The report of the office below: what it says of its own strengths, weaknesses, activities and proposals. Its results are
 * in its figures already; what it hid, or has yet to fill in, is not said.
 */
function ownReport(grid: CellGrid): UnitTexts {
  const columns = reportColumns(grid);
  const reader = new TextsReader(grid.sheet, { lines: [], length: 0, kept: 0 });
  for (const row of columns === null ? [] : grid.rows.slice(0, MOST_REPORT_ROWS)) {
    if (columns === null || row.index <= columns.header) continue;
    const textAt = (column: number): string => {
      const value = row.cells.find((cell) => cell.column === column)?.value;
      return value?.kind === 'text' ? normalizeText(value.value) : '';
    };
    const data = textAt(columns.data);
    if (foldText(textAt(columns.state)) === 'an' || data.includes('"kind":"prompt"')) continue;
    const [label = ''] = textAt(columns.section).split(' – ');
    const text = textAt(columns.text);
    // What was generated from the office's figures alone is said by the figures again.
    const generated = foldText(textAt(columns.state)) === 'tu dong' && data.includes('"texts":[]');
    const part = headingOf(label)?.part;
    if (generated && (part === 'activities' || part === 'direction')) continue;
    if (text !== '')
      reader.takeParagraph(label, text.slice(0, LONGEST_PASSAGE * 2), {
        sheet: grid.sheet,
        cell: cellAddress(row.index, columns.text),
      });
  }
  return reader.texts();
}

/** How many different parts the lines open. */
function headingsOf(lines: readonly TextLine[]): number {
  const parts = new Set<HeadingPart>();
  for (const line of lines) {
    const part = headingOfLine(line)?.part;
    if (part !== undefined && part !== 'none' && part !== 'end') parts.add(part);
  }
  return parts.size;
}

/** A heading stands alone on its line, but for its number. */
function headingOfLine(line: TextLine): ReturnType<typeof headingOf> {
  const cells = line.cells.filter((cell) => !isNumbering(cell.text));
  const [only] = cells;
  return cells.length === 1 && only !== undefined ? headingOf(only.text) : null;
}

function isNumbering(text: string): boolean {
  return /^[\s(]*(?:[IVX]{1,5}|\d{1,3}|[a-zđ])[\s.)]*$/u.test(text);
}

class TextsReader {
  private readonly documents: IssuedDocument[] = [];
  private readonly passages: Passage[] = [];
  private readonly photos: PhotoCaption[] = [];
  private readonly findings: Finding[] = [];
  private part: HeadingPart = 'none';
  private addressee: string | null = null;
  private columns: ReadonlyMap<number, DocumentColumn> | null = null;
  private addresseeColumn: number | null = null;

  constructor(
    private readonly sheet: string,
    private readonly read: SheetLines,
  ) {}

  texts(): UnitTexts {
    for (const line of this.read.lines) this.take(line);
    if (this.read.kept < this.read.length) {
      const { kept, length } = this.read;
      this.findings.push(finding('text-cut', 'warning', { sheet: this.sheet, cell: null }, { kept, length }));
    }
    const { sheet, documents, passages, photos, findings } = this;
    return { sheet, documents, passages, photos, findings };
  }

  /** One paragraph of a report, by the section it stands in. */
  takeParagraph(section: string, text: string, at: CellRef): void {
    const meant = addresseeOf(section);
    this.open(meant === null ? (headingOf(section)?.part ?? 'none') : 'proposals');
    this.addressee = meant?.addressee ?? null;
    if (this.part !== 'none' && this.part !== 'end') this.takePiece(text, at);
  }

  private take(line: TextLine): void {
    const at = { sheet: this.sheet, cell: line.cell };
    const heading = headingOfLine(line);
    if (heading !== null) {
      this.open(heading.part);
      if (heading.rest !== '' && heading.part !== 'none') this.takeText(heading.rest, at);
      return;
    }
    if (this.part === 'end' || this.part === 'none') return;
    if (this.part === 'documents' || this.part === 'direction') {
      const columns = documentColumns(line);
      if (columns !== null) {
        this.columns = columns;
        return;
      }
      if (this.columns !== null && line.cells.length > 1) {
        const found = documentOfRow(line, this.columns, at);
        if (found !== null) this.keep(this.documents, found);
        return;
      }
    }
    if (this.part === 'proposals' && this.takeProposalRow(line, at)) return;
    if (isHeaderRow(line)) return;
    const text = line.cells
      .filter((cell) => !isNumbering(cell.text))
      .map((cell) => cell.text.replaceAll('\n', ' '))
      .join(' – ');
    this.takeText(text, at);
  }

  private open(part: HeadingPart): void {
    this.part = part;
    this.addressee = null;
    this.columns = null;
    this.addresseeColumn = null;
  }

  /** Rows of the table of proposals: whom they are for, and what is proposed. */
  private takeProposalRow(line: TextLine, at: CellRef): boolean {
    const header = line.cells.find((cell) => /^(?:kien nghi voi|co quan|noi nhan|cap|doi tuong)/.test(foldText(cell.text)));
    if (line.cells.length > 1 && header !== undefined && line.cells.some((cell) => foldText(cell.text).startsWith('noi dung'))) {
      this.addresseeColumn = header.column;
      return true;
    }
    if (this.addresseeColumn === null) return false;
    const to = line.cells.find((cell) => cell.column === this.addresseeColumn && !isNumbering(cell.text));
    const rest = line.cells.filter((cell) => cell.column > (this.addresseeColumn ?? 0));
    this.addressee = to === undefined ? null : to.text.replaceAll('\n', ' ').slice(0, 200);
    for (const cell of rest) for (const text of cell.text.split('\n')) this.takeText(text, at);
    return true;
  }

  private takeText(text: string, at: CellRef): void {
    if (this.part === 'proposals' && this.addresseeColumn === null) {
      const meant = addresseeOf(text);
      if (meant !== null) {
        this.addressee = meant.addressee;
        if (meant.rest !== '') this.takeText(meant.rest, at);
        return;
      }
    }
    for (const piece of partsOf(text)) this.takePiece(piece, at);
  }

  private takePiece(piece: string, at: CellRef): void {
    const clean = withoutBullet(piece);
    if (!/\p{L}/u.test(clean) || NOTHING.has(foldText(clean.slice(0, 60)))) return;
    if (this.part === 'photos') {
      this.keep(this.photos, { text: clean, at });
      return;
    }
    if (this.part === 'documents' || this.part === 'direction') {
      const document = documentOfText(clean, at);
      if (document !== null) {
        this.keep(this.documents, document);
        return;
      }
      // "03 văn bản": a number of documents, not one of them.
      if (this.part === 'documents' && foldTokens(clean).length < 5) return;
    }
    if (isSlogan(clean)) this.keep(this.findings, finding('text-slogan', 'hint', at, { quote: clean.slice(0, 200) }));
    const part: TextPart = this.part === 'documents' ? 'direction' : (this.part as TextPart);
    this.keep(this.passages, { part, text: clean, addressee: part === 'proposals' ? this.addressee : null, at });
  }

  private keep<T>(list: T[], entry: T): void {
    if (list.length < MOST_ENTRIES) list.push(entry);
  }
}

function isHeaderRow(line: TextLine): boolean {
  return line.cells.length > 1 && ['tt', 'stt', 'so tt'].includes(foldText(line.cells[0]?.text ?? ''));
}

/** A long text in pieces: at the ends of sentences; one that has none is cut. */
function partsOf(text: string): readonly string[] {
  if (text.length <= LONGEST_PASSAGE) return [text];
  const pieces: string[] = [];
  let open = '';
  for (const sentence of sentencesOf(text)) {
    if (open !== '' && open.length + sentence.length > LONGEST_PASSAGE) {
      pieces.push(open);
      open = '';
    }
    open = open === '' ? sentence : `${open} ${sentence}`;
  }
  if (open !== '') pieces.push(open);
  return pieces.map((piece) =>
    piece.length <= LONGEST_PASSAGE
      ? piece
      : `${piece.slice(0, piece.lastIndexOf(' ', LONGEST_PASSAGE) + 1 || LONGEST_PASSAGE).trim()}…`,
  );
}

function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    const letter = text.charAt(at);
    if ((letter === '.' || letter === ';' || letter === '!' || letter === '?') && text.charAt(at + 1) === ' ') {
      sentences.push(text.slice(start, at + 1).trim());
      start = at + 2;
    }
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((one) => one !== '');
}
