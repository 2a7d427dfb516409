import { FORMS, findForm } from '../../src/catalogue/forms';
import { fieldsOf, parseFormDefinition } from '../../src/core/forms/definition';
import laiChau from '../../src/catalogue/forms/phu-luc-ii-lai-chau-2024/form.json';
import { FORM } from '../support/annex';

test('R-FRM-01 the official form of 2024 has its 41 rows, the unnumbered one included', () => {
  expect(FORM.status).toBe('official');
  expect(FORM.indicators).toHaveLength(41);
  const kinds = FORM.indicators.map((row) => row.kind);
  expect([kinds.filter((kind) => kind === 'heading').length, kinds.filter((kind) => kind === 'item').length]).toEqual([7, 33]);
  expect(FORM.indicators.filter((row) => row.number === '').map((row) => [row.id, row.text])).toEqual([['1.4a', 'Học nghề cho lao động nông thôn']]);
});

test('R-FRM-02 only a unit of measure that ends in "/người" carries two quantities', () => {
  for (const row of FORM.indicators) expect([row.id, row.fields.length === 2]).toEqual([row.id, row.unitOfMeasure.endsWith('/người')]);
  const persons = fieldsOf(FORM).filter((field) => field.nature === 'persons' && field.indicator.fields.length === 1);
  expect(persons.map((field) => field.indicator.id)).toEqual(['4.2', '9.2']);
});

test('R-FRM-03 roll-ups: 1 and 6 are sums, 5 is at least its children, 4, 7, 9 count different things, 10 has no total', () => {
  const rules = Object.fromEntries(FORM.indicators.flatMap((row) => (row.rollUp === null ? [] : [[row.id, row.rollUp]])));
  expect(rules).toEqual({ '1': 'sum', '4': 'none', '5': 'atLeast', '6': 'sum', '7': 'none', '9': 'none', '10': 'sum' });
  expect(FORM.indicators.find((row) => row.id === '10')?.fields).toEqual([]);
});

test('R-FRM-04 slips of the printed copy are corrected and kept as aliases', () => {
  for (const { indicator, from } of FORM.corrections) {
    const row = FORM.indicators.find((one) => one.id === indicator);
    expect(row?.text).not.toContain(from);
    expect(row?.aliases.join(' ')).toContain(from);
  }
  expect(FORM.corrections.map((one) => one.indicator)).toEqual(['5.2', '5.4', '5.4']);
});

test('R-FRM-05 the proposal for two-level government is marked unofficial and differs in row 7.1 only', () => {
  const proposal = findForm('phu-luc-ii/hai-cap-de-xuat');
  expect(proposal?.status).toBe('unofficial');
  expect(proposal?.name).toContain('không chính thức');
  const differing = FORM.indicators.filter((row, index) => JSON.stringify(row) !== JSON.stringify(proposal?.indicators[index]));
  expect(differing.map((row) => row.id)).toEqual(['7.1']);
  expect(proposal?.indicators.find((row) => row.id === '7.1')).toMatchObject({
    text: 'Số xã, phường, đặc khu tổ chức Lễ khai mạc Tuần lễ',
    unitOfMeasure: 'Xã, phường, đặc khu',
  });
});

test('R-FRM-06 ids are unique over the catalogue', () => {
  expect(new Set(FORMS.map((form) => form.id)).size).toBe(FORMS.length);
});

/** A copy of the definition in which one row has other keys; `undefined` takes a key away. */
function withRow(index: number, change: Readonly<Record<string, unknown>>): unknown {
  const indicators = laiChau.indicators.map((row, at) => (at === index ? { ...row, ...change } : row));
  return JSON.parse(JSON.stringify({ ...laiChau, indicators }));
}

test.each([
  ['a field of the wrong type', withRow(3, { text: 7 }), '1.3', 'text'],
  ['a field that is missing', withRow(4, { rollUp: undefined }), '1.4', 'rollUp'],
  ['an unknown field', withRow(5, { colour: 'red' }), '1.4a', ''],
  ['an id used twice', withRow(2, { id: '1.1' }), '1.1', 'id'],
  ['a parent that is none', withRow(2, { parent: '77' }), '1.2', 'parent'],
  ['a leaf that rolls up', withRow(2, { rollUp: 'sum' }), '1.2', 'rollUp'],
])('R-FRM-07 a definition with %s names the row and the field', (_what, data, row, field) => {
  const parsed = parseFormDefinition(data);
  expect(parsed.ok).toBe(false);
  if (!parsed.ok) expect(parsed.error.map((flaw) => [flaw.row, flaw.field])).toContainEqual([row, field]);
});
