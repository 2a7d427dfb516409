/** Validations as the grid shows them: a drop-down for lists, a prompt for the rest. The grid never refuses input. */
import { listItems } from '../../model/validation-check';
import type { Sheet } from '../../model/sheet';
import type { Workbook } from '../../model/workbook';

export interface GridRule {
  readonly uid: string;
  readonly type: string;
  readonly formula1?: string;
  readonly operator?: string;
  readonly ranges: readonly object[];
  readonly prompt: string;
  readonly promptTitle: string;
  readonly showInputMessage: boolean;
  readonly showErrorMessage: boolean;
  readonly errorStyle: number;
  readonly showDropDown: boolean;
  readonly allowBlank: boolean;
}

/** The grid marks but does not block: 0 is its "info". */
const INFORM = 0;
const MAX_ROW = 5000;

export function validationRules(workbook: Workbook, sheet: Sheet): GridRule[] {
  return sheet.validations.map((validation, index) => {
    const { rule, prompt } = validation;
    const items = rule.kind === 'list' ? (listItems(workbook, sheet, rule.source) ?? []) : [];
    const list = rule.kind === 'list' && rule.inCellDropDown && items.length > 0;
    return {
      uid: `${sheet.id}-${String(index)}-${String(Math.random()).slice(2, 10)}`,
      ...(list ? { type: 'list', formula1: items.join(',') } : { type: 'any' }),
      ranges: validation.rects.map((rect) => ({
        startRow: rect.top,
        endRow: Math.min(rect.bottom, rect.top + MAX_ROW),
        startColumn: rect.left,
        endColumn: rect.right,
      })),
      prompt: [prompt.title, prompt.message].filter((text) => text !== '').join('\n'),
      promptTitle: prompt.title,
      showInputMessage: prompt.showPrompt && prompt.message !== '',
      showErrorMessage: false,
      errorStyle: INFORM,
      showDropDown: list,
      allowBlank: validation.ignoreBlanks,
    };
  });
}
