/**
 * The readings of one row: what its quantity cells say, by the three levels of trust, and the rules for rows
 * filled in one column, in the other, or in both.
 */
import { rawText } from '../cells/cell-text';
import { readQuantity, type QuantityReading } from '../cells/quantity';
import { finding, type Fix } from '../findings';
import type { FormDefinition, Indicator, IndicatorField } from './definition';
import { readPair } from './read-pair';
import { contextOf, inWords, isDash, read, RowDrafts, type QuantityCell, type RowReadings } from './row-drafts';

/** Reads the quantity cells of a row. `cells` holds one cell per quantity column the table has. */
export function readFields(form: FormDefinition, indicator: Indicator, cells: readonly QuantityCell[]): RowReadings {
  const row = new RowDrafts(form, indicator, cells);
  const { fields } = indicator;
  const [only] = fields;
  if (only === undefined) readUndeclared(row);
  else if (fields.length === 1) readSingle(row, only);
  else readSeveral(row, fields);
  return row.readings();
}

/** A heading that asks for nothing: numbers there are kept and said, never counted. */
function readUndeclared(row: RowDrafts): void {
  if (row.indicator.kind === 'free') return;
  for (const cell of row.cells) {
    const child = row.form.indicators.find((one) => one.parent === row.indicator.id);
    const nature = child?.fields[0]?.nature ?? 'things';
    const read = readQuantity(cell.value, { nature, unit: child?.fields[0]?.unit ?? '', yesNo: false, pair: null });
    if (read.state !== 'certain') continue;
    row.besides.set(cell.measure, { state: 'certain', value: read.value, from: cell });
    row.findings.push(finding('number-not-asked', 'hint', cell.at, { row: row.name, raw: rawText(cell.value) }));
  }
}

function readSingle(row: RowDrafts, field: IndicatorField): void {
  const companion = row.form.measures.find((one) => one.accompanies === field.measure);
  const splits = field.nature === 'things' && companion !== undefined;
  const pair = splits ? { thing: field.unit, person: companion.name.toLowerCase() } : null;
  const context = contextOf(field, pair);
  const own = row.cell(field.measure);
  const others = row.cells.filter((one) => one.measure !== field.measure);
  const ownRead = read(own, context);
  const other = others.map((cell) => ({ cell, read: read(cell, context) })).find((one) => one.read.state !== 'absent');
  if (ownRead.state === 'absent' || (own !== undefined && isDash(own.value) && prefersOther(field, other?.read))) {
    if (other === undefined) return;
    if (isAttendance(row, field, other.cell, other.read)) return;
    row.settle(field, other.cell, other.read);
    sayOtherColumn(row, field, other.cell, other.read);
    return;
  }
  if (own === undefined || isAttendance(row, field, own, ownRead)) return;
  if (other === undefined || isDash(other.cell.value)) {
    row.settle(field, own, ownRead);
    return;
  }
  if (field.nature === 'things') {
    row.settle(field, own, ownRead);
    row.keepBesides(field, other.cell, other.read);
  } else {
    settleTwo(row, field, own, ownRead, other.cell, other.read);
  }
}

/** In a row of persons or money a dash in the row's own column says "not in this column" when the other holds a number. */
function prefersOther(field: IndicatorField, other: QuantityReading | undefined): boolean {
  return field.nature !== 'things' && other?.state === 'certain' && other.value > 0;
}

/** "350 người" beside a row that counts things is attendance, not the quantity. */
function isAttendance(row: RowDrafts, field: IndicatorField, cell: QuantityCell, reading: QuantityReading): boolean {
  if (field.nature !== 'things' || reading.state !== 'certain' || reading.saysNature !== 'persons') return false;
  row.keepBesides(field, cell, reading);
  return true;
}

function settleTwo(
  row: RowDrafts,
  field: IndicatorField,
  own: QuantityCell,
  ownRead: QuantityReading,
  other: QuantityCell,
  otherRead: QuantityReading,
): void {
  if (ownRead.state !== 'certain' || (otherRead.state === 'certain' && otherRead.value === ownRead.value)) {
    row.settle(field, own, ownRead);
    if (otherRead.state === 'certain') row.besides.set(other.measure, { state: 'certain', value: otherRead.value, from: other });
    return;
  }
  row.drafts.set(field.measure, { state: 'proposed', value: ownRead.value, from: own });
  if (otherRead.state === 'certain') row.besides.set(other.measure, { state: 'certain', value: otherRead.value, from: other });
  const params = {
    row: row.name,
    raw: rawText(own.value),
    other: rawText(other.value),
    reading: inWords(ownRead.value, field.unit),
  };
  row.findings.push(
    finding('proposed-own-column', 'warning', own.at, params, row.offer({ [field.measure]: ownRead.value }, own)),
  );
}

function sayOtherColumn(row: RowDrafts, field: IndicatorField, cell: QuantityCell, reading: QuantityReading): void {
  if (reading.state !== 'certain') return;
  const column = row.form.columns.find((one) => one.measure === field.measure)?.header ?? '';
  const own = row.cell(field.measure);
  const fix: Fix | undefined =
    own?.at.cell == null || cell.at.cell === null
      ? undefined
      : {
          writes: [
            { cell: own.at.cell, value: reading.value },
            { cell: cell.at.cell, value: null },
          ],
        };
  const params = { row: row.name, raw: rawText(cell.value), reading: inWords(reading.value, field.unit), column };
  row.findings.push(finding('value-in-other-column', 'hint', cell.at, params, fix === undefined ? {} : { fix }));
}

/** A row that asks for a thing and for persons; one cell may hold both, or the other's. */
function readSeveral(row: RowDrafts, fields: readonly IndicatorField[]): void {
  const companion = row.form.measures.find((one) => one.accompanies !== null && fields.some((field) => field.measure === one.id));
  const person = fields.find((field) => field.measure === companion?.id);
  const thing = fields.find((field) => field.measure === companion?.accompanies);
  for (const field of fields) {
    if (field === person || field === thing) continue;
    const cell = row.cell(field.measure);
    if (cell !== undefined) row.settle(field, cell, read(cell, contextOf(field, null)));
  }
  if (person === undefined || thing === undefined) {
    for (const field of [person, thing]) {
      const cell = field === undefined ? undefined : row.cell(field.measure);
      if (field !== undefined && cell !== undefined) row.settle(field, cell, read(cell, contextOf(field, null)));
    }
    return;
  }
  readPair(row, thing, person);
}
