/** What the workbook keeps: comes back as it was, whoever opens it; broken or newer state is left alone. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { differences, workbookSnapshot } from './support/snapshot';
import { EMPTY_STATE, stateAsText, stateFromText, type KeptState } from '../../src/app/kept-state';
import { storeReceived, unstoreReceived } from '../../src/app/received-store';
import { parseCampaign } from '../../src/core/campaign/campaign';
import { partXml, readPartXml } from '../../src/excel/state-part';
import { laiChau } from '../support/sample-consolidation';
import { receiveSamples } from './support/samples';

let excel: ExcelPage;
beforeEach(async () => {
  excel = await openExcel();
}, 60_000);
afterEach(() => {
  expect(excel.page.host.gaps).toEqual([]);
  excel.close();
});

const campaignOf = (units: number) => {
  const list = Array.from({ length: units }, (_unused, index) => ({
    code: `X${String(index)}`,
    name: `UBND xã Số ${String(index)} <&"'>`,
  }));
  const parsed = parseCampaign({
    id: 'tuan-le-2024',
    name: 'Tuần lễ “2024” & hơn',
    year: 2024,
    forms: [laiChau.id],
    roster: { asked: [], units: list },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const state = (units: number): KeptState => ({ ...EMPTY_STATE, formId: laiChau.id, campaign: campaignOf(units) });

test('R-XLS-50 campaign and decisions come back as they were, small ones and large ones, one after the other', async () => {
  const host = excel.host();
  expect(good(await host.loadState())).toBeNull();
  for (const units of [2, 3321, 1500, 3]) {
    good(await host.saveState(state(units)));
    // Another session.
    expect(good(await excel.host().loadState())).toEqual(state(units));
    const { xmlParts, sheets } = excel.page.host.workbook;
    expect(xmlParts).toHaveLength(1);
    expect(new TextEncoder().encode(xmlParts[0]?.xml ?? '').length).toBeLessThan(100_000);
    expect(sheets.filter((one) => one.name.startsWith('_tonghop')).length).toBe(units > 1000 ? 1 : 0);
  }
}, 60_000);

test('R-XLS-51 state of a newer add-in, and state that cannot be read, are refused and left alone', async () => {
  for (const [xml, code] of [
    [
      partXml({ run: null, text: stateAsText(state(1)).replace('"version":1', '"version":99'), overflow: null }),
      'newer-version',
    ],
    [partXml({ run: null, text: '{"version":1,"decisions":{"units":7}}', overflow: null }), 'state-unreadable'],
    ['<state xmlns="urn:tong-hop:state"><x/></state>', 'state-unreadable'],
  ] as const) {
    excel.page.host.workbook.xmlParts.splice(0);
    await excel.look(async (context) => {
      context.workbook.customXmlParts.add(xml);
      await context.sync();
    });
    const before = workbookSnapshot(excel.page.host.workbook);
    expect(await excel.host().loadState()).toEqual({ ok: false, error: { code, detail: null } });
    expect((await excel.host().readSummary()).ok).toBe(false);
    if (code === 'newer-version')
      expect(await excel.host().saveState(state(1))).toEqual({ ok: false, error: { code, detail: null } });
    expect(differences(before, workbookSnapshot(excel.page.host.workbook))).toEqual([]);
  }
});

test('R-XLS-52 the state part holds any text, also one that no XML may hold', () => {
  for (const text of ['{"a":"<&>\\"\\u0001 Tổng hợp 😀 ]]>"}', '{}']) {
    const part = { run: 'r&"1', text, overflow: null };
    const read = readPartXml(partXml(part));
    expect(read?.run).toBe(part.run);
    expect(JSON.parse(read?.text ?? '')).toEqual(JSON.parse(text));
  }
  expect(readPartXml('<other/>')).toBeNull();
});

test('R-XLS-53 kept state is checked like a received file', () => {
  expect(stateFromText(stateAsText(EMPTY_STATE))).toEqual({ ok: true, value: EMPTY_STATE });
  for (const bad of [
    '',
    'null',
    '[]',
    '{"version":0}',
    '{"version":1,"formId":null,"campaign":{"id":1},"decisions":{}}',
  ]) {
    expect(stateFromText(bad)).toEqual({ ok: false, error: 'state-unreadable' });
  }
});

test('R-XLS-54 stored files come back equal, and nothing forged gets in', async () => {
  const samples = await receiveSamples();
  const expected = { year: laiChau.year, theme: null };
  const text = await storeReceived(samples);
  expect(text).toMatch(/^[\x21-\x7e]+$/);
  expect(good(await unstoreReceived(text, laiChau, expected))).toEqual(samples);
  const form = samples.find((one) => one.outcome === 'form');
  const forged = [
    { ...form, extra: 1 },
    { ...form, form: { lines: [] } },
    { file: 7 },
    { ...form, outcome: 'refused', refusal: { code: 'none', detail: null } },
  ];
  for (const one of forged) {
    expect((await unstoreReceived(await storeReceived([one as never]), laiChau, expected)).ok).toBe(false);
  }
  for (const bad of ['', 'abc', '????', text.slice(0, 500), btoa('{}')])
    expect((await unstoreReceived(bad, laiChau, expected)).ok).toBe(false);
}, 60_000);
