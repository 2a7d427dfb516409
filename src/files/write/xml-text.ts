/**
 * Text inside the XML parts of a workbook. XML 1.0 cannot hold every character, and SpreadsheetML reads "_x0041_" as
 * an escaped "A" (ECMA-376 Part 1, 22.9.2.19, ST_Xstring), so both need care before a received text is written.
 */
import { cutAt } from '../../core/sheets/sheet-name';

/** The most UTF-16 units a cell of Excel holds. */
export const LONGEST_CELL_TEXT = 32_767;
const CUT_MARK = ' […]';

/** A text that fits into a cell; what had to be cut off is marked. */
export function fitCellText(text: string): string {
  return text.length <= LONGEST_CELL_TEXT ? text : cutAt(text, LONGEST_CELL_TEXT - CUT_MARK.length) + CUT_MARK;
}

const SPECIAL = /[&<>\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\r\n?|\p{Surrogate}|_(?=x[0-9A-Fa-f]{4}_)/gu;

/** Escapes a text for the content of an element that holds an ST_Xstring (cell text, formula result). */
export function escapeText(text: string): string {
  return text.replace(SPECIAL, replacement);
}

function replacement(found: string): string {
  switch (found) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '_':
      return '_x005F_';
    case '\r\n':
    case '\r':
      return '\n';
    default: {
      const code = found.charCodeAt(0);
      return code < 0x20 ? `_x${code.toString(16).toUpperCase().padStart(4, '0')}_` : '\ufffd';
    }
  }
}

const UNUSABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Escapes a text for an attribute, or for an element that is no ST_Xstring; characters XML cannot hold are dropped. */
export function escapePlain(text: string): string {
  return text.replace(UNUSABLE, '').replace(/[&<>"\n\r\t]/g, (found) => MARKUP[found] ?? found);
}

/** Attributes as ` name="value"`, in the order given; null ones are left out. */
export function attributes(values: Readonly<Record<string, string | number | null>>): string {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value !== null) text += ` ${name}="${typeof value === 'number' ? String(value) : escapePlain(value)}"`;
  }
  return text;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
