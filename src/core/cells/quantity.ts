/**
 * What a cell of a quantity column says, with how far it can be trusted: certain, proposed or unreadable. This is the
 * only place where the content of a received cell becomes a number; text never silently becomes zero.
 */
import type { CellValue } from './cell';
import { readDateQuantity, readNumberQuantity } from './quantity/numbers';
import type { QuantityContext, QuantityReading } from './quantity/reading';
import { readTextQuantity } from './quantity/text';

export type { ProposalReason, QuantityContext, QuantityReading, UnreadableReason } from './quantity/reading';

/**
 * Reads one cell by the three levels of trust (see tests/rules/values.md, R-VAL-*). Texts are expected in Unicode
 * (legacy encodings converted before). Never throws; cost is linear in the text's length.
 *
 * @example readQuantity({ kind: 'text', value: '1.250' }, { nature: 'things', unit: 'lớp', yesNo: false, pair: null })
 * // { state: 'certain', value: 1250, reworded: true, saysNature: null }
 */
export function readQuantity(value: CellValue, context: QuantityContext): QuantityReading {
  switch (value.kind) {
    case 'empty':
      return { state: 'absent' };
    case 'number':
      return readNumberQuantity(value.value, context.nature);
    case 'text':
      return readTextQuantity(value.value, context);
    case 'boolean':
      return { state: 'unreadable', why: 'text' };
    case 'date':
      return readDateQuantity(value, context);
    case 'error':
      return { state: 'unreadable', why: 'error' };
    case 'uncalculated':
      return { state: 'unreadable', why: 'uncalculated' };
  }
}
