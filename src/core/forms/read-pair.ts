/** A row that asks for a thing and for the persons who came along: one cell may hold both, or the other's. */
import { rawText } from '../cells/cell-text';
import type { QuantityReading } from '../cells/quantity';
import { finding, type Fix, type Proposal } from '../findings';
import type { IndicatorField } from './definition';
import { contextOf, inWords, read, type QuantityCell, type RowDrafts } from './row-drafts';

type PairReading = Extract<QuantityReading, { state: 'certain-pair' | 'proposed-pair' }>;

function isPair(reading: QuantityReading): reading is PairReading {
  return reading.state === 'certain-pair' || reading.state === 'proposed-pair';
}

/** Reads a row of two quantities. */
export function readPair(row: RowDrafts, thing: IndicatorField, person: IndicatorField): void {
  const pair = { thing: thing.unit, person: person.unit };
  const thingCell = row.cell(thing.measure);
  const personCell = row.cell(person.measure);
  const thingRead = read(thingCell, contextOf(thing, pair));
  const personRead = read(personCell, contextOf(person, pair));
  if (thingCell !== undefined && holdsOther(thingRead, thing, 'persons') && personRead.state === 'absent') {
    move(row, person, personCell, thingCell, thingRead);
    return;
  }
  if (personCell !== undefined && holdsOther(personRead, person, 'things') && thingRead.state === 'absent') {
    move(row, thing, thingCell, personCell, personRead);
    return;
  }
  if (personCell !== undefined && isPair(personRead) && thingRead.state === 'absent') {
    settlePair(row, thing, person, personCell, personRead);
    return;
  }
  if (thingCell !== undefined && isPair(thingRead)) {
    if (personRead.state === 'absent') settlePair(row, thing, person, thingCell, thingRead);
    else if (personCell !== undefined) settleAgainst(row, thing, thingCell, thingRead, person, personCell, personRead);
    return;
  }
  if (thingCell !== undefined) row.settle(thing, thingCell, thingRead);
  if (personCell !== undefined) row.settle(person, personCell, personRead);
}

function holdsOther(reading: QuantityReading, own: IndicatorField, nature: 'persons' | 'things'): boolean {
  return reading.state === 'certain' && reading.saysNature === nature && own.nature !== nature;
}

/** "350 người" in the column of classes: counted as persons, and said. */
function move(
  row: RowDrafts,
  to: IndicatorField,
  toCell: QuantityCell | undefined,
  from: QuantityCell,
  reading: QuantityReading,
): void {
  if (reading.state !== 'certain') return;
  row.drafts.set(to.measure, { state: 'certain', value: reading.value, from });
  const column = row.form.columns.find((one) => one.measure === to.measure)?.header ?? '';
  const params = { row: row.name, raw: rawText(from.value), reading: inWords(reading.value, to.unit), column };
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
  row.findings.push(finding('value-in-other-column', 'hint', from.at, params, fix));
}

function settlePair(
  row: RowDrafts,
  thing: IndicatorField,
  person: IndicatorField,
  cell: QuantityCell,
  reading: PairReading,
): void {
  const state = reading.state === 'certain-pair' ? 'certain' : 'proposed';
  row.drafts.set(thing.measure, { state, value: reading.thing, from: cell });
  row.drafts.set(person.measure, { state, value: reading.person, from: cell });
  const words = `${inWords(reading.thing, thing.unit)} và ${inWords(reading.person, person.unit)}`;
  const params = { row: row.name, raw: rawText(cell.value), reading: words };
  const values = { [thing.measure]: reading.thing, [person.measure]: reading.person };
  const writes = Object.entries(values).flatMap(([measure, value]) => {
    const at = row.cell(measure)?.at.cell ?? null;
    return at === null ? [] : [{ cell: at, value }];
  });
  const fix: Fix = { writes };
  if (reading.state === 'certain-pair') {
    row.findings.push(finding('value-reworded', 'hint', cell.at, params, { fix }));
    return;
  }
  const proposal: Proposal = { indicator: row.indicator.id, values };
  const code = reading.why === 'date' ? 'proposed-date' : 'proposed-pair';
  row.findings.push(finding(code, 'warning', cell.at, params, { proposal, fix }));
}

/** The cell of classes holds two numbers and the cell of persons one more: they must agree to be believed. */
function settleAgainst(
  row: RowDrafts,
  thing: IndicatorField,
  thingCell: QuantityCell,
  reading: PairReading,
  person: IndicatorField,
  personCell: QuantityCell,
  personRead: QuantityReading,
): void {
  const agree = personRead.state === 'certain' && personRead.value === reading.person;
  row.settle(person, personCell, personRead);
  const raw = rawText(thingCell.value);
  if (!agree && reading.state === 'proposed-pair') {
    row.drafts.set(thing.measure, { state: 'unreadable', from: thingCell });
    const code = reading.why === 'date' ? 'unreadable-date' : 'unreadable-text';
    row.findings.push(finding(code, 'error', thingCell.at, { row: row.name, raw }));
    return;
  }
  const words = inWords(reading.thing, thing.unit);
  if (agree && reading.state === 'certain-pair') {
    row.drafts.set(thing.measure, { state: 'certain', value: reading.thing, from: thingCell });
    row.findings.push(finding('value-reworded', 'hint', thingCell.at, { row: row.name, raw, reading: words }));
    return;
  }
  row.drafts.set(thing.measure, { state: 'proposed', value: reading.thing, from: thingCell });
  const offer = row.offer({ [thing.measure]: reading.thing }, thingCell);
  row.findings.push(finding('proposed-pair', 'warning', thingCell.at, { row: row.name, raw, reading: words }, offer));
}
