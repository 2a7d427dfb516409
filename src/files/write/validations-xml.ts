/** Data validation of a sheet: what may be typed where, the prompt beside the cell, the sentence on refusal. 18.3.1.33. */
import { cutAt } from '../../core/sheets/sheet-name';
import type { PlanValidation } from '../../core/sheets/sheet-plan';
import { dateSerial } from './date-serial';
import { rangeAddress } from './references';
import { attributes, escapePlain } from './xml-text';

/** Limits of Excel; a longer text makes it repair the file. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 225;
const LONGEST_LIST = 255;

export function validationsXml(validations: readonly PlanValidation[]): string {
  if (validations.length === 0) return '';
  return `<dataValidations count="${String(validations.length)}">${validations.map(validationXml).join('')}</dataValidations>`;
}

function validationXml(one: PlanValidation): string {
  const prompt = {
    showInputMessage: 1,
    promptTitle: shorten(one.prompt.title, LONGEST_TITLE),
    prompt: shorten(one.prompt.message, LONGEST_MESSAGE),
  };
  const sqref = rangeAddress(one.range);
  if (one.kind === 'any') return `<dataValidation${attributes({ ...prompt, sqref })}/>`;
  const alert = {
    allowBlank: 1,
    showErrorMessage: 1,
    errorTitle: shorten(one.alert.title, LONGEST_TITLE),
    error: shorten(one.alert.message, LONGEST_MESSAGE),
  };
  if (one.kind === 'list') {
    const source = escapePlain(listFormula(one.source));
    return (
      `<dataValidation${attributes({ type: 'list', ...alert, ...prompt, sqref })}>` +
      `<formula1>${source}</formula1></dataValidation>`
    );
  }
  if (one.kind === 'date') {
    return (
      `<dataValidation${attributes({ type: 'date', errorStyle: 'warning', ...alert, ...prompt, sqref })}>` +
      `<formula1>${String(dateSerial(one.from))}</formula1><formula2>${String(dateSerial(one.to))}</formula2></dataValidation>`
    );
  }
  const type = one.kind === 'wholeNumber' ? 'whole' : 'decimal';
  return (
    `<dataValidation${attributes({ type, operator: 'greaterThanOrEqual', ...alert, ...prompt, sqref })}>` +
    `<formula1>${String(one.minimum)}</formula1></dataValidation>`
  );
}

function listFormula(source: readonly string[] | { readonly formula: string }): string {
  if ('formula' in source) return source.formula;
  const joined = `"${source.join(',').replaceAll('"', '""')}"`;
  if (source.some((item) => item.includes(',')) || joined.length > LONGEST_LIST + 2) {
    throw new Error('a list with commas or of more than 255 characters needs a range as its source');
  }
  return joined;
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${cutAt(text, length - 1)}…`;
}
