/**
 * How much one received file may cost, each bound with its reason. Everything under src/files that opens received
 * bytes obeys these numbers; tests pass smaller ones. Bytes are counted while they come out of the archive: what a
 * header declares is never believed.
 */

const MEGABYTE = 1024 * 1024;

export interface ReadLimits {
  /** Size of one zip-based workbook. Photos of a phone are 3–8 MB each and are never inflated. */
  readonly zipFileBytes: number;
  /** Size of a received archive of workbooks: a hundred units with photos. Held whole, its members one at a time. */
  readonly archiveFileBytes: number;
  /** Size of an .xls, .csv or other file that is held in memory whole. A filled annex as .xls is below 1 MB. */
  readonly plainFileBytes: number;
  /** Entries in one zip-based workbook. The largest in our corpus has about 400; a workbook of 256 sheets about 1,500. */
  readonly workbookEntries: number;
  /** Entries in a received archive: every commune of the country (3,321) several times over. */
  readonly archiveEntries: number;
  /** Inflated size of one part. A sheet of 300,000 filled cells is about 12 MB; as text it takes twice its bytes. */
  readonly partBytes: number;
  /** Inflated size of all parts that are read of one workbook. */
  readonly totalBytes: number;
  /** Inflated size of one member of a received archive, which is then a file of its own. */
  readonly memberBytes: number;
  /** Inflated size of all members together: 3,321 workbooks as .xls are some 400 MB. Bounds the time, not the memory. */
  readonly archiveTotalBytes: number;
  /** Cells that hold something, in all sheets together: about 100 bytes each, so some 100 MB. An annex has 500. */
  readonly cells: number;
  /** Letters of all cells together, because one long shared string can stand in a million cells. A report has 1 million. */
  readonly letters: number;
  /** Merged areas in all sheets together. A wide printed form has a few hundred. */
  readonly merges: number;
  /** Sheets of one workbook. Excel's own practical habit ends far below. */
  readonly sheets: number;
  /** Elements inside one another in one XML part. Spreadsheet parts need fewer than 20; drawings are not read. */
  readonly xmlDepth: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  zipFileBytes: 100 * MEGABYTE,
  archiveFileBytes: 300 * MEGABYTE,
  plainFileBytes: 40 * MEGABYTE,
  workbookEntries: 10_000,
  archiveEntries: 20_000,
  partBytes: 64 * MEGABYTE,
  totalBytes: 128 * MEGABYTE,
  memberBytes: 100 * MEGABYTE,
  archiveTotalBytes: 1024 * MEGABYTE,
  cells: 1_000_000,
  letters: 32 * MEGABYTE,
  merges: 100_000,
  sheets: 256,
  xmlDepth: 200,
};

/** A size as a clerk reads it: 104857600 → "100 MB". */
export function describeBytes(bytes: number): string {
  return bytes >= MEGABYTE ? `${String(Math.floor(bytes / MEGABYTE))} MB` : `${String(Math.ceil(bytes / 1024))} KB`;
}

/** A count as a clerk reads it: 1000000 → "1.000.000". */
export function describeCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** The largest row and column a worksheet can have, one-based, as every version of Excel since 2007 has it. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
