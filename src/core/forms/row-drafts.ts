/**
 * What is known of one row while its cells are read: a draft reading per measure, what stands beside, and what has to
 * be said. Every reading of a single cell is settled here, so that value and finding never part.
 */
import { EMPTY, type CellValue } from '../cells/cell';
import type { CellRef } from '../cells/cell-ref';
import { rawText } from '../cells/cell-text';
import { formatNumber } from '../cells/number-format';
import { readQuantity, type QuantityContext, type QuantityReading } from '../cells/quantity';
import { finding, type Finding, type Fix, type Proposal } from '../findings';
import type { FormDefinition, Indicator, IndicatorField } from './definition';
import type { Reading } from './filled-form';

/** A quantity cell of a row. */
export interface QuantityCell {
  readonly measure: string;
  readonly at: CellRef;
  readonly value: CellValue;
}

export interface RowReadings {
  readonly readings: Readonly<Record<string, Reading>>;
  readonly besides: Readonly<Record<string, Reading>>;
  readonly findings: readonly Finding[];
}

/** How a row is called in sentences: "1.1. Bồi dưỡng …". */
export function rowName(indicator: Indicator): string {
  return indicator.number === '' ? indicator.text : `${indicator.number}. ${indicator.text}`;
}

type Draft =
  | { readonly state: 'absent' }
  | { readonly state: 'certain' | 'proposed'; readonly value: number; readonly from: QuantityCell }
  | { readonly state: 'unreadable'; readonly from: QuantityCell };

const ABSENT: Draft = { state: 'absent' };

export class RowDrafts {
  readonly findings: Finding[] = [];
  readonly drafts = new Map<string, Draft>();
  readonly besides = new Map<string, Draft>();
  readonly name: string;

  constructor(
    readonly form: FormDefinition,
    readonly indicator: Indicator,
    readonly cells: readonly QuantityCell[],
  ) {
    this.name = rowName(indicator);
  }

  /** The readings as they stand: one per declared measure, absent where nothing was said. */
  readings(): RowReadings {
    const { fields } = this.indicator;
    return {
      readings: Object.fromEntries(fields.map((field) => [field.measure, toReading(this.drafts.get(field.measure) ?? ABSENT)])),
      besides: Object.fromEntries([...this.besides].map(([measure, draft]) => [measure, toReading(draft)])),
      findings: this.findings,
    };
  }

  cell(measure: string): QuantityCell | undefined {
    return this.cells.find((one) => one.measure === measure);
  }

  /** Records a reading of one field and says what has to be said about it. */

  settle(field: IndicatorField, cell: QuantityCell, reading: QuantityReading): void {
    const raw = rawText(cell.value);
    const row = this.name;
    switch (reading.state) {
      case 'absent':
        return;
      case 'certain': {
        if (reading.saysNature !== null && reading.saysNature !== field.nature) {
          this.drafts.set(field.measure, { state: 'unreadable', from: cell });
          this.findings.push(finding('unreadable-other-unit', 'error', cell.at, { row, raw, unit: field.unit }));
          return;
        }
        this.drafts.set(field.measure, { state: 'certain', value: reading.value, from: cell });
        const words = inWords(reading.value, field.unit);
        if (!reading.reworded) return;
        const fix = cell.at.cell === null ? {} : { fix: { writes: [{ cell: cell.at.cell, value: reading.value }] } };
        this.findings.push(finding('value-reworded', 'hint', cell.at, { row, raw, reading: words }, fix));
        return;
      }
      case 'proposed': {
        this.drafts.set(field.measure, { state: 'proposed', value: reading.value, from: cell });
        const offer = this.offer({ [field.measure]: reading.value }, cell);
        const words = inWords(reading.value, field.unit);
        this.findings.push(finding(`proposed-${reading.why}`, 'warning', cell.at, { row, raw, reading: words }, offer));
        return;
      }
      case 'certain-pair':
        // "15 lớp/450 người" where only classes are asked for: the words say which is which.
        this.drafts.set(field.measure, {
          state: 'certain',
          value: field.nature === 'persons' ? reading.person : reading.thing,
          from: cell,
        });
        this.findings.push(finding('value-beside-kept', 'hint', cell.at, { row, raw, unit: field.unit }));
        return;
      case 'proposed-pair':
        // Two numbers where one is asked for and no word to tell them apart: nobody may choose for the unit.
        this.drafts.set(field.measure, { state: 'unreadable', from: cell });
        this.findings.push(
          finding(reading.why === 'date' ? 'unreadable-date' : 'unreadable-text', 'error', cell.at, { row, raw }),
        );
        return;
      case 'unreadable':
        this.drafts.set(field.measure, { state: 'unreadable', from: cell });
        if (reading.why === 'uncalculated') this.findings.push(finding('unreadable-uncalculated', 'error', cell.at, { row }));
        else if (reading.why === 'other-unit') {
          this.findings.push(finding('unreadable-other-unit', 'error', cell.at, { row, raw, unit: field.unit }));
        } else this.findings.push(finding(`unreadable-${reading.why}`, 'error', cell.at, { row, raw }));
    }
  }

  offer(values: Readonly<Record<string, number>>, cell: QuantityCell): { proposal: Proposal; fix?: Fix } {
    const proposal = { indicator: this.indicator.id, values };
    const [value] = Object.values(values);
    if (cell.at.cell === null || value === undefined) return { proposal };
    return { proposal, fix: { writes: [{ cell: cell.at.cell, value }] } };
  }

  keepBesides(field: IndicatorField, cell: QuantityCell, reading: QuantityReading): void {
    if (reading.state === 'certain') this.besides.set(cell.measure, { state: 'certain', value: reading.value, from: cell });
    const raw = rawText(cell.value);
    this.findings.push(finding('value-beside-kept', 'hint', cell.at, { row: this.name, raw, unit: field.unit }));
  }
}

/** Reads a cell; a column the table lacks reads as an empty one. */
export function read(cell: QuantityCell | undefined, context: QuantityContext): QuantityReading {
  return readQuantity(cell?.value ?? EMPTY, context);
}

/** What the reader has to know of a field. */
export function contextOf(field: IndicatorField, pair: QuantityContext['pair']): QuantityContext {
  return { nature: field.nature, unit: field.unit, yesNo: field.yesNo === true, pair };
}

/** A lone dash: the accountant's zero, or "not in this column". */
export function isDash(value: CellValue): boolean {
  return value.kind === 'text' && /^\s*[-–—]\s*$/.test(value.value);
}

/** "1.250 lớp". */
export function inWords(value: number, unit: string): string {
  return `${formatNumber(value)} ${unit}`;
}

function toReading(draft: Draft): Reading {
  switch (draft.state) {
    case 'absent':
      return { state: 'absent' };
    case 'unreadable':
      return { state: 'unreadable', raw: rawText(draft.from.value), at: draft.from.at };
    default:
      return { state: draft.state, value: draft.value, raw: rawText(draft.from.value), at: draft.from.at };
  }
}
