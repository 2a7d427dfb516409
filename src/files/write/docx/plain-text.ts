/** Text on its way into a document: it is data, whatever it looks like. */
import { TextRun } from 'docx';

import type { DocumentRun } from '../../../core/document/document-plan';

/** Characters XML cannot hold, control and direction characters, invisible ones: none of them prints anything. */
const UNUSABLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/g;
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/** The text as it is printed: composed letters, "\n" for every line end, spaces for tabs, nothing that cannot be seen. */
export function printable(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(/\t/g, ' ')
    .replace(UNUSABLE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC');
}

/** The text on one line. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}

/** The text's lines that say something. */
export function linesOf(text: string): readonly string[] {
  return printable(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Vietnamese capitals. */
export function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}

/**
 * The library marks pictures and lists in the text it writes by {key} and puts numbers there afterwards. A received text
 * of that shape is cut behind its bracket, so that it stays what it is.
 */
const LIKE_A_MARK = /(?<=\{)(?=[\w.-]{1,200}\})/;

/** A text as runs of one look. */
export function runsOf(text: string, look: { readonly bold?: boolean; readonly italics?: boolean } = {}): TextRun[] {
  return text.split(LIKE_A_MARK).map((piece) => new TextRun({ text: piece, ...look }));
}

/** Runs of a plan, one list a paragraph: a line break inside a run begins the next. Empty paragraphs are left out. */
export function paragraphsOf(runs: readonly DocumentRun[]): readonly (readonly DocumentRun[])[] {
  const paragraphs: DocumentRun[][] = [[]];
  for (const run of runs) {
    printable(run.text)
      .split('\n')
      .forEach((text, index) => {
        if (index > 0) paragraphs.push([]);
        if (text !== '') paragraphs.at(-1)?.push({ ...run, text });
      });
  }
  return paragraphs.filter((one) => one.some((run) => run.text.trim() !== ''));
}

/** The runs of one paragraph as the library wants them. */
export function textRuns(runs: readonly DocumentRun[]): TextRun[] {
  return runs.flatMap(({ text, bold, italic }) =>
    runsOf(text, { ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italics: italic }) }),
  );
}
