/**
 * The readings of one row: what its quantity cells say, by the three levels of trust, and the rules for rows
 * filled in one column, in the other, or in both.
 */
import { readQuantity, type QuantityContext, type QuantityReading } from '../cells/quantity';
import { formatNumber } from '../cells/number-format';
import { rawText } from '../cells/cell-text';
import { EMPTY, type CellValue } from '../cells/cell';
import { finding, type Finding, type Fix, type Proposal } from '../findings';
import type { FormDefinition, Indicator, IndicatorField } from './definition';
import type { CellRef, Reading } from './filled-form';

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

/** Reads the quantity cells of a row. `cells` holds one cell per quantity column the table has. */
export function readFields(form: FormDefinition, indicator: Indicator, cells: readonly QuantityCell[]): RowReadings {
  const reader = new RowReader(form, indicator, cells);
  return reader.read();
}

type Draft =
  | { readonly state: 'absent' }
  | { readonly state: 'certain' | 'proposed'; readonly value: number; readonly from: QuantityCell }
  | { readonly state: 'unreadable'; readonly from: QuantityCell };

const ABSENT: Draft = { state: 'absent' };

class RowReader {
  private readonly findings: Finding[] = [];
  private readonly drafts = new Map<string, Draft>();
  private readonly besides = new Map<string, Draft>();
  private readonly row: string;

  constructor(
    private readonly form: FormDefinition,
    private readonly indicator: Indicator,
    private readonly cells: readonly QuantityCell[],
  ) {
    this.row = rowName(indicator);
  }

  read(): RowReadings {
    const fields = this.indicator.fields;
    if (fields.length === 0) this.readUndeclared();
    else if (fields.length === 1 && fields[0] !== undefined) this.readSingle(fields[0]);
    else this.readSeveral(fields);
    return {
      readings: Object.fromEntries(fields.map((field) => [field.measure, toReading(this.drafts.get(field.measure) ?? ABSENT)])),
      besides: Object.fromEntries([...this.besides].map(([measure, draft]) => [measure, toReading(draft)])),
      findings: this.findings,
    };
  }

  /** A heading that asks for nothing: numbers there are kept and said, never counted. */
  private readUndeclared(): void {
    if (this.indicator.kind === 'free') return;
    for (const cell of this.cells) {
      const child = this.form.indicators.find((one) => one.parent === this.indicator.id);
      const nature = child?.fields[0]?.nature ?? 'things';
      const read = readQuantity(cell.value, { nature, unit: child?.fields[0]?.unit ?? '', yesNo: false, pair: null });
      if (read.state !== 'certain') continue;
      this.besides.set(cell.measure, { state: 'certain', value: read.value, from: cell });
      this.findings.push(finding('number-not-asked', 'hint', cell.at, { row: this.row, raw: rawText(cell.value) }));
    }
  }

  private cell(measure: string): QuantityCell | undefined {
    return this.cells.find((one) => one.measure === measure);
  }

  private readSingle(field: IndicatorField): void {
    const companion = this.form.measures.find((one) => one.accompanies === field.measure);
    const splits = field.nature === 'things' && companion !== undefined;
    const pair = splits ? { thing: field.unit, person: companion.name.toLowerCase() } : null;
    const context = contextOf(field, pair);
    const own = this.cell(field.measure);
    const others = this.cells.filter((one) => one.measure !== field.measure);
    const ownRead = read(own, context);
    const other = others.map((cell) => ({ cell, read: read(cell, context) })).find((one) => one.read.state !== 'absent');
    if (ownRead.state === 'absent' || (own !== undefined && isDash(own.value) && this.prefersOther(field, other?.read))) {
      if (other === undefined) return;
      if (this.isAttendance(field, other.cell, other.read)) return;
      this.settle(field, other.cell, other.read);
      this.sayOtherColumn(field, other.cell, other.read);
      return;
    }
    if (own === undefined || this.isAttendance(field, own, ownRead)) return;
    if (other === undefined || isDash(other.cell.value)) {
      this.settle(field, own, ownRead);
      return;
    }
    if (field.nature === 'things') {
      this.settle(field, own, ownRead);
      this.keepBesides(field, other.cell, other.read);
    } else {
      this.settleTwo(field, own, ownRead, other.cell, other.read);
    }
  }

  /** In a row of persons or money a dash in the row's own column says "not in this column" when the other holds a number. */
  private prefersOther(field: IndicatorField, other: QuantityReading | undefined): boolean {
    return field.nature !== 'things' && other?.state === 'certain' && other.value > 0;
  }

  /** "350 người" beside a row that counts things is attendance, not the quantity. */
  private isAttendance(field: IndicatorField, cell: QuantityCell, reading: QuantityReading): boolean {
    if (field.nature !== 'things' || reading.state !== 'certain' || reading.saysNature !== 'persons') return false;
    this.keepBesides(field, cell, reading);
    return true;
  }

  private keepBesides(field: IndicatorField, cell: QuantityCell, reading: QuantityReading): void {
    if (reading.state === 'certain') this.besides.set(cell.measure, { state: 'certain', value: reading.value, from: cell });
    const raw = rawText(cell.value);
    this.findings.push(finding('value-beside-kept', 'hint', cell.at, { row: this.row, raw, unit: field.unit }));
  }

  private settleTwo(
    field: IndicatorField,
    own: QuantityCell,
    ownRead: QuantityReading,
    other: QuantityCell,
    otherRead: QuantityReading,
  ): void {
    if (ownRead.state !== 'certain' || (otherRead.state === 'certain' && otherRead.value === ownRead.value)) {
      this.settle(field, own, ownRead);
      if (otherRead.state === 'certain') this.besides.set(other.measure, { state: 'certain', value: otherRead.value, from: other });
      return;
    }
    this.drafts.set(field.measure, { state: 'proposed', value: ownRead.value, from: own });
    if (otherRead.state === 'certain') this.besides.set(other.measure, { state: 'certain', value: otherRead.value, from: other });
    const params = {
      row: this.row,
      raw: rawText(own.value),
      other: rawText(other.value),
      reading: inWords(ownRead.value, field.unit),
    };
    this.findings.push(
      finding('proposed-own-column', 'warning', own.at, params, this.offer({ [field.measure]: ownRead.value }, own)),
    );
  }

  private sayOtherColumn(field: IndicatorField, cell: QuantityCell, reading: QuantityReading): void {
    if (reading.state !== 'certain') return;
    const column = this.form.columns.find((one) => one.measure === field.measure)?.header ?? '';
    const own = this.cell(field.measure);
    const fix: Fix | undefined =
      own?.at.cell == null || cell.at.cell === null
        ? undefined
        : {
            writes: [
              { cell: own.at.cell, value: reading.value },
              { cell: cell.at.cell, value: null },
            ],
          };
    const params = { row: this.row, raw: rawText(cell.value), reading: inWords(reading.value, field.unit), column };
    this.findings.push(finding('value-in-other-column', 'hint', cell.at, params, fix === undefined ? {} : { fix }));
  }

  /** A row that asks for a thing and for persons; one cell may hold both, or the other's. */
  private readSeveral(fields: readonly IndicatorField[]): void {
    const companion = this.form.measures.find(
      (one) => one.accompanies !== null && fields.some((field) => field.measure === one.id),
    );
    const person = fields.find((field) => field.measure === companion?.id);
    const thing = fields.find((field) => field.measure === companion?.accompanies);
    for (const field of fields) {
      if (field === person || field === thing) continue;
      const cell = this.cell(field.measure);
      if (cell !== undefined) this.settle(field, cell, read(cell, contextOf(field, null)));
    }
    if (person === undefined || thing === undefined) {
      for (const field of [person, thing]) {
        const cell = field === undefined ? undefined : this.cell(field.measure);
        if (field !== undefined && cell !== undefined) this.settle(field, cell, read(cell, contextOf(field, null)));
      }
      return;
    }
    this.readPair(thing, person);
  }

  private readPair(thing: IndicatorField, person: IndicatorField): void {
    const pair = { thing: thing.unit, person: person.unit };
    const thingCell = this.cell(thing.measure);
    const personCell = this.cell(person.measure);
    const thingRead = read(thingCell, contextOf(thing, pair));
    const personRead = read(personCell, contextOf(person, pair));
    if (thingCell !== undefined && this.holdsOther(thingRead, thing, 'persons') && personRead.state === 'absent') {
      this.move(person, personCell, thingCell, thingRead);
      return;
    }
    if (personCell !== undefined && this.holdsOther(personRead, person, 'things') && thingRead.state === 'absent') {
      this.move(thing, thingCell, personCell, personRead);
      return;
    }
    if (personCell !== undefined && isPair(personRead) && thingRead.state === 'absent') {
      this.settlePair(thing, person, personCell, personRead);
      return;
    }
    if (thingCell !== undefined && isPair(thingRead)) {
      if (personRead.state === 'absent') this.settlePair(thing, person, thingCell, thingRead);
      else if (personCell !== undefined) this.settleAgainst(thing, thingCell, thingRead, person, personCell, personRead);
      return;
    }
    if (thingCell !== undefined) this.settle(thing, thingCell, thingRead);
    if (personCell !== undefined) this.settle(person, personCell, personRead);
  }

  private holdsOther(reading: QuantityReading, own: IndicatorField, nature: 'persons' | 'things'): boolean {
    return reading.state === 'certain' && reading.saysNature === nature && own.nature !== nature;
  }

  /** "350 người" in the column of classes: counted as persons, and said. */
  private move(to: IndicatorField, toCell: QuantityCell | undefined, from: QuantityCell, reading: QuantityReading): void {
    if (reading.state !== 'certain') return;
    this.drafts.set(to.measure, { state: 'certain', value: reading.value, from });
    const column = this.form.columns.find((one) => one.measure === to.measure)?.header ?? '';
    const params = { row: this.row, raw: rawText(from.value), reading: inWords(reading.value, to.unit), column };
    const fix =
      toCell?.at.cell == null || from.at.cell === null
        ? {}
        : {
            fix: {
              writes: [
                { cell: toCell.at.cell, value: reading.value },
                { cell: from.at.cell, value: null },
              ],
            },
          };
    this.findings.push(finding('value-in-other-column', 'hint', from.at, params, fix));
  }

  private settlePair(thing: IndicatorField, person: IndicatorField, cell: QuantityCell, reading: PairReading): void {
    const state = reading.state === 'certain-pair' ? 'certain' : 'proposed';
    this.drafts.set(thing.measure, { state, value: reading.thing, from: cell });
    this.drafts.set(person.measure, { state, value: reading.person, from: cell });
    const words = `${inWords(reading.thing, thing.unit)} và ${inWords(reading.person, person.unit)}`;
    const params = { row: this.row, raw: rawText(cell.value), reading: words };
    const values = { [thing.measure]: reading.thing, [person.measure]: reading.person };
    const writes = Object.entries(values).flatMap(([measure, value]) => {
      const at = this.cell(measure)?.at.cell ?? null;
      return at === null ? [] : [{ cell: at, value }];
    });
    const fix: Fix = { writes };
    if (reading.state === 'certain-pair') {
      this.findings.push(finding('value-reworded', 'hint', cell.at, params, { fix }));
      return;
    }
    const proposal: Proposal = { indicator: this.indicator.id, values };
    const code = reading.why === 'date' ? 'proposed-date' : 'proposed-pair';
    this.findings.push(finding(code, 'warning', cell.at, params, { proposal, fix }));
  }

  /** The cell of classes holds two numbers and the cell of persons one more: they must agree to be believed. */
  private settleAgainst(
    thing: IndicatorField,
    thingCell: QuantityCell,
    reading: PairReading,
    person: IndicatorField,
    personCell: QuantityCell,
    personRead: QuantityReading,
  ): void {
    const agree = personRead.state === 'certain' && personRead.value === reading.person;
    this.settle(person, personCell, personRead);
    const raw = rawText(thingCell.value);
    if (!agree && reading.state === 'proposed-pair') {
      this.drafts.set(thing.measure, { state: 'unreadable', from: thingCell });
      const code = reading.why === 'date' ? 'unreadable-date' : 'unreadable-text';
      this.findings.push(finding(code, 'error', thingCell.at, { row: this.row, raw }));
      return;
    }
    const words = inWords(reading.thing, thing.unit);
    if (agree && reading.state === 'certain-pair') {
      this.drafts.set(thing.measure, { state: 'certain', value: reading.thing, from: thingCell });
      this.findings.push(finding('value-reworded', 'hint', thingCell.at, { row: this.row, raw, reading: words }));
      return;
    }
    this.drafts.set(thing.measure, { state: 'proposed', value: reading.thing, from: thingCell });
    const offer = this.offer({ [thing.measure]: reading.thing }, thingCell);
    this.findings.push(finding('proposed-pair', 'warning', thingCell.at, { row: this.row, raw, reading: words }, offer));
  }

  /** Records a reading of one field and says what has to be said about it. */
  private settle(field: IndicatorField, cell: QuantityCell, reading: QuantityReading): void {
    const raw = rawText(cell.value);
    const row = this.row;
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
        this.findings.push(finding(reading.why === 'date' ? 'unreadable-date' : 'unreadable-text', 'error', cell.at, { row, raw }));
        return;
      case 'unreadable':
        this.drafts.set(field.measure, { state: 'unreadable', from: cell });
        if (reading.why === 'uncalculated') this.findings.push(finding('unreadable-uncalculated', 'error', cell.at, { row }));
        else if (reading.why === 'other-unit') {
          this.findings.push(finding('unreadable-other-unit', 'error', cell.at, { row, raw, unit: field.unit }));
        } else this.findings.push(finding(`unreadable-${reading.why}`, 'error', cell.at, { row, raw }));
    }
  }

  private offer(values: Readonly<Record<string, number>>, cell: QuantityCell): { proposal: Proposal; fix?: Fix } {
    const proposal = { indicator: this.indicator.id, values };
    const [value] = Object.values(values);
    if (cell.at.cell === null || value === undefined) return { proposal };
    return { proposal, fix: { writes: [{ cell: cell.at.cell, value }] } };
  }
}

type PairReading = Extract<QuantityReading, { state: 'certain-pair' | 'proposed-pair' }>;

function isPair(reading: QuantityReading): reading is PairReading {
  return reading.state === 'certain-pair' || reading.state === 'proposed-pair';
}

function read(cell: QuantityCell | undefined, context: QuantityContext): QuantityReading {
  return readQuantity(cell?.value ?? EMPTY, context);
}

function contextOf(field: IndicatorField, pair: QuantityContext['pair']): QuantityContext {
  return { nature: field.nature, unit: field.unit, yesNo: field.yesNo === true, pair };
}

function isDash(value: CellValue): boolean {
  return value.kind === 'text' && /^\s*[-–—]\s*$/.test(value.value);
}

function inWords(value: number, unit: string): string {
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
