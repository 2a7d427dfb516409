/** What one cell holds, and how typed or written input becomes it, as Excel does in its en-US notation. */
import { numfmt } from '@univerjs/core';

export type Scalar = string | number | boolean;

export type ValueType = 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error';

export interface CellContent {
  readonly value: Scalar;
  readonly type: ValueType;
  /** With its leading "="; null for a constant. */
  readonly formula: string | null;
  /** Typed with a leading apostrophe: text, whatever it looks like. */
  readonly quoted?: true;
  /** Key of the cell whose array formula spills into this one. */
  readonly spilledFrom?: number;
}

export const BLANK: CellContent = { value: '', type: 'Empty', formula: null };

export const ERROR_VALUES: ReadonlySet<string> = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
  '#SPILL!',
  '#CALC!',
]);

/** A constant as it is stored, with the number format that the notation of the input suggests. */
export interface ReadInput {
  readonly content: CellContent;
  readonly suggestedFormat: string | null;
}

const constant = (value: Scalar, type: ValueType): CellContent => ({ value, type, formula: null });

/** A stored result of a formula, typed by what it is. */
export function typeOfResult(value: Scalar): ValueType {
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  if (ERROR_VALUES.has(value)) return 'Error';
  return 'String';
}

/** Whether input is entered as a formula: "=…", and "+…", "-…", "@…" that is not a number. */
export function isFormulaInput(text: string): boolean {
  if (text.length < 2) return false;
  if (text.startsWith('=')) return true;
  if (!/^[+\-@]/.test(text)) return false;
  return parseNumeric(text) === null;
}

interface ParsedNumber {
  readonly value: number | boolean;
  readonly format: string | null;
}

/** Numbers, percentages, money, dates, times and booleans as en-US Excel recognises them; null for text. */
export function parseNumeric(text: string): ParsedNumber | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 40) return null;
  const parsed: unknown = numfmt.parseValue(trimmed);
  if (typeof parsed !== 'object' || parsed === null || !('v' in parsed)) return null;
  const { v } = parsed;
  const format = 'z' in parsed && typeof parsed.z === 'string' ? parsed.z : null;
  if (typeof v === 'boolean') return { value: v, format: null };
  if (typeof v !== 'number' || !Number.isFinite(v)) return null;
  return { value: v, format };
}

/**
 * The content that a written or typed constant gets. Formulas are not this function's business.
 * In a cell formatted as text ("@") everything stays text, numbers too.
 */
export function readConstant(input: Scalar, numberFormat: string): ReadInput {
  const asText = numberFormat === '@';
  if (typeof input === 'number') {
    const content = asText ? constant(String(input), 'String') : constant(input, 'Double');
    return { content, suggestedFormat: null };
  }
  if (typeof input === 'boolean') return { content: constant(input, 'Boolean'), suggestedFormat: null };
  if (input === '') return { content: BLANK, suggestedFormat: null };
  if (asText) return { content: constant(input, 'String'), suggestedFormat: null };
  if (input.startsWith("'")) {
    return { content: { ...constant(input.slice(1), 'String'), quoted: true }, suggestedFormat: null };
  }
  if (ERROR_VALUES.has(input.toUpperCase())) {
    return { content: constant(input.toUpperCase(), 'Error'), suggestedFormat: null };
  }
  const parsed = parseNumeric(input);
  if (parsed === null) return { content: constant(input, 'String'), suggestedFormat: null };
  return {
    content: constant(parsed.value, typeof parsed.value === 'boolean' ? 'Boolean' : 'Double'),
    suggestedFormat: parsed.format,
  };
}

/** The cell's text as it is shown, whatever the column's width: Excel's documentation of Range.text. */
export function formatText(content: CellContent, numberFormat: string): string {
  const { value } = content;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (content.type === 'Empty') return '';
  if (content.type === 'Error') return String(value);
  try {
    return numfmt.format(numberFormat === '' ? 'General' : numberFormat, value);
  } catch {
    // An unreadable number format: Excel would have refused it when it was set; show the plain value.
    return String(value);
  }
}

export const isDateFormat = (numberFormat: string): boolean => numfmt.isDateFormat(numberFormat);

export const isValidNumberFormat = (numberFormat: string): boolean => numberFormat === '' || numfmt.isValidFormat(numberFormat);
