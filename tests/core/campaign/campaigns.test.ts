import { CAMPAIGNS, findCampaign } from '../../../src/catalogue/campaigns';
import { findForm, FORMS } from '../../../src/catalogue/forms';
import { parseCampaign, readCampaign, type Campaign } from '../../../src/core/campaign/campaign';
import { campaignFindings } from '../../../src/core/campaign/campaign-findings';
import { NO_DECISIONS, parseDecisions } from '../../../src/core/campaign/decisions';
import { lastSafeMinute } from '../../../src/core/campaign/deadline';
import { ledgerOf, rateFindings } from '../../../src/core/campaign/ledger';
import { indexRoster } from '../../../src/core/campaign/identify';
import { dayOf, timeOf } from '../../../src/core/campaign/moments';
import { parseRoster } from '../../../src/core/campaign/roster';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import { describeFinding } from '../../../src/messages/vi';
import { FORM } from '../../support/annex';
import { received } from '../../support/received';

const FORM_IDS = FORMS.map((form) => form.id);
const DATED = ['hai-phong-2020', 'ninh-thuan-2022', 'tan-binh-2022', 'thanh-xuan-2023', 'lai-chau-2024'];

function campaign(id: string): Campaign {
  const found = findCampaign(id);
  if (found === undefined) throw new Error(`no campaign ${id}`);
  return found;
}

test('R-CAM-10 the five campaigns and the empty one load, name forms that exist, and contradict themselves nowhere', () => {
  expect(CAMPAIGNS.map((one) => one.id).sort()).toEqual([...DATED, 'trong-2026'].sort());
  for (const one of CAMPAIGNS) {
    expect(one.forms.map((id) => findForm(id)?.id)).toEqual(one.forms);
    expect(campaignFindings(one, FORM_IDS)).toEqual([]);
  }
  for (const id of DATED.slice(0, 4)) expect(findForm(campaign(id).forms[0] ?? '')).toMatchObject({ status: 'unofficial', year: null });
  expect(campaign('trong-2026')).toMatchObject({ year: 2026, theme: null, week: null, steps: [] });
});

test('R-CAM-11 the neutral form has the rows of the official one, without its province and year', () => {
  const neutral = findForm('phu-luc-ii/trung-lap');
  expect(neutral?.indicators).toEqual(FORM.indicators);
  expect(neutral?.status).toBe('unofficial');
  expect(`${neutral?.name ?? ''}${neutral?.title.filled.join(' ') ?? ''}`).not.toMatch(/Lai Châu|2024/);
});

const ROSTER = parseRoster([
  ['code', 'name', 'superior'],
  ['1', 'UBND phường 1', 'Quận A'],
  ['2', 'UBND phường 2', 'Quận A'],
  ['3', 'Trường THCS Lê Lợi', 'UBND phường 1'],
]).roster;

test.each(DATED)('R-CAM-12 %s: at the last minute a report is on time, a minute later it is late', (id) => {
  const one = campaign(id);
  const deadline = one.steps.find((step) => step.what === 'result')?.deadline;
  if (deadline == null) throw new Error('no deadline');
  const last = lastSafeMinute(deadline);
  const at = (minute: number): string => `${dayOf(minute)}T${timeOf(minute)}`;
  const decisions = { ...NO_DECISIONS, receipts: { 'a.xlsx': at(last), 'b.xlsx': at(last + 1) } };
  const all = [received('a.xlsx', { '2': [5] }, { unit: 'P.1' }), received('b.xlsx', { '2': [5] }, { unit: 'UBND P2' })];
  const ledger = ledgerOf(consolidate(FORM, all, { roster: indexRoster(ROSTER), decisions }), { roster: ROSTER, campaign: one, decisions });
  expect(ledger.entries.map((entry) => [entry.unit.code, entry.state])).toEqual([['1', 'onTime'], ['2', 'late'], ['3', 'missing']]);
  expect(ledger.all).toEqual({ units: 3, reported: 2, onTime: 1, late: 1, unconfirmed: 0 });
});

test('R-CAM-13 contradictions are findings: deadline before the week ends, another year, steps that run backwards, no such form', () => {
  const codes = (change: (copy: Record<string, unknown>) => void, id = 'tan-binh-2022'): string[] => {
    const copy = structuredClone(campaign(id)) as unknown as Record<string, unknown>;
    change(copy);
    const parsed = parseCampaign(copy);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    return campaignFindings(parsed.value, FORM_IDS).map((one) => one.code);
  };
  const deadline = (copy: Record<string, unknown>, step: number): Record<string, unknown> =>
    ((copy['steps'] as Record<string, unknown>[])[step]?.['deadline'] ?? {}) as Record<string, unknown>;
  expect(codes((copy) => void (deadline(copy, 1)['date'] = '2022-10-09'))).toEqual(['campaign-deadline-early']);
  expect(codes((copy) => void (copy['year'] = 2023))).toContain('campaign-year');
  expect(codes((copy) => void (deadline(copy, 2)['date'] = '2022-10-12'))).toEqual(['campaign-steps-backwards']);
  expect(codes((copy) => void (deadline(copy, 1)['date'] = '2012-10-13'))).toContain('campaign-deadline-year');
  expect(codes((copy) => void (copy['forms'] = ['x/y']))).toEqual(['campaign-form-unknown']);
  expect(codes((copy) => void (copy['week'] = { from: '2022-10-10', to: '2022-10-03' }))).toContain('campaign-week-backwards');
});

test('R-CAM-14 a campaign file: unknown keys are left out and said, missing ones filled or named, wrong ones refused', () => {
  const read = readCampaign({ id: 'x', name: 'Đợt thử', year: 2026, deadlines: [], steps: [{ from: ['a'], to: 'b', colour: 1 }] });
  expect(read.ok).toBe(true);
  if (read.ok) {
    expect(read.value.unknown.map((flaw) => flaw.key).sort()).toEqual(['deadlines', 'steps.0.colour']);
    expect(read.value.missing.map((flaw) => flaw.key)).toEqual(['theme', 'week', 'issuer', 'forms']);
    expect(read.value.campaign.steps[0]?.deadline).toBeNull();
  }
  const refused = (data: unknown): unknown => {
    const result = readCampaign(data);
    return result.ok ? null : result.error.map((flaw) => [flaw.key, flaw.problem]);
  };
  expect(refused({ id: 'x', name: 'Đợt thử' })).toEqual([['year', 'missing']]);
  expect(refused({ id: 'x', name: 'Đợt thử', year: 'hai nghìn' })).toEqual([['year', 'wrong']]);
  expect(refused({ id: 'x', name: 'a', year: 2026, steps: [{ from: ['a'], to: 'b', deadline: { kind: 'before', date: '2026-02-30' } }] })).toEqual([
    ['steps.0.deadline.date', 'wrong'],
  ]);
  for (const nothing of [null, [], 'x', 7]) expect(readCampaign(nothing).ok).toBe(false);
});

test('R-LED-01 a day that nobody confirmed is "chưa rõ ngày nhận": offered, not judged, out of the rate of timeliness', () => {
  const all = [received('a.xlsx', { '2': [5] }, { unit: 'P.1', savedAt: '2024-10-25T18:30:00Z' })];
  const ledger = ledgerOf(consolidate(FORM, all, { roster: indexRoster(ROSTER) }), { roster: ROSTER, campaign: campaign('lai-chau-2024') });
  expect(ledger.entries[0]).toMatchObject({ state: 'receiptUnknown', timing: null, receivedAt: null, offeredDay: '2024-10-26' });
  expect(ledger.all).toEqual({ units: 3, reported: 1, onTime: 0, late: 0, unconfirmed: 1 });
  expect(describeFinding(rateFindings(ledger)[0]!)).toBe('Tình hình nộp – tất cả các đơn vị: 1/3 đơn vị báo cáo đã nộp (33,3 %). Chưa rõ ngày nhận: 1.');
});

test('R-LED-02 sent again keeps the first timing; sent back is not reported until something new comes', () => {
  const all = [
    received('a.xlsx', { '2': [5] }, { unit: 'P.1' }),
    received('a lần 2.xlsx', { '2': [6] }, { unit: 'P.1' }),
    received('b.xlsx', { '2': [1] }, { unit: 'P.2' }),
  ];
  const decisions = { ...NO_DECISIONS, returned: ['b.xlsx'], receipts: { 'a.xlsx': '2024-10-18', 'a lần 2.xlsx': '2024-10-25', 'b.xlsx': '2024-10-18' } };
  const result = consolidate(FORM, all, { roster: indexRoster(ROSTER), decisions });
  const ledger = ledgerOf(result, { roster: ROSTER, campaign: campaign('lai-chau-2024'), decisions });
  expect(ledger.entries.map((entry) => [entry.state, entry.timing])).toEqual([['resubmitted', 'onTime'], ['returned', null], ['missing', null]]);
  expect(result.submissions.map((one) => [one.file, one.state, one.reason])).toContainEqual(['b.xlsx', 'undetermined', 'returned']);
  expect(ledger.all).toMatchObject({ reported: 1, onTime: 1 });
});

test('R-LED-03 rates by kind and by superior; own deadlines of the roster come first, unreadable ones are said', () => {
  const roster = parseRoster([
    ['code', 'name', 'superior', 'deadline'],
    ['1', 'UBND phường 1', 'Quận A', 'trước ngày 10/10/2024'],
    ['2', 'UBND phường 2', 'Quận B', 'sớm nhất có thể'],
    ['3', 'Trường THCS Lê Lợi', 'Quận A', ''],
  ]).roster;
  const all = [received('a.xlsx', { '2': [5] }, { unit: 'P.1' }), received('b.xlsx', { '2': [5] }, { unit: 'P.2' })];
  const decisions = { ...NO_DECISIONS, receipts: { 'a.xlsx': '2024-10-10', 'b.xlsx': '2024-10-10' } };
  const ledger = ledgerOf(consolidate(FORM, all, { roster: indexRoster(roster), decisions }), { roster, campaign: campaign('lai-chau-2024'), decisions });
  expect(ledger.entries.map((entry) => entry.state)).toEqual(['late', 'onTime', 'missing']);
  expect([...ledger.byKind].map(([kind, rate]) => [kind, rate.reported, rate.units])).toEqual([['committee', 2, 2], ['lowerSecondary', 0, 1]]);
  expect([...ledger.bySuperior].map(([name, rate]) => [name, rate.reported, rate.units])).toEqual([['Quận A', 1, 2], ['Quận B', 1, 1]]);
  expect(ledger.findings.map((one) => one.code)).toEqual(['roster-deadline']);
});

test('R-LED-04 figures typed in by hand count like a file, for a unit on paper and for the office itself', () => {
  const parsed = parseDecisions({
    typedIn: [
      { unit: { code: '2', name: 'UBND phường 2' }, values: { '2/count': 7, '1.1/count': 2 }, receivedAt: '2024-10-18' },
      { unit: { code: null, name: 'Phòng VH-XH tổng hợp' }, values: { '2/count': 1 } },
    ],
  });
  if (!parsed.ok) throw new Error(parsed.error);
  const result = consolidate(FORM, [received('a.xlsx', { '2': [5] }, { unit: 'P.1' })], { roster: indexRoster(ROSTER), decisions: parsed.value, typedInLabel: 'Nhập tay' });
  expect(result.totals.find((one) => one.field.key === '2/count')).toMatchObject({ value: 13, reporters: 3 });
  expect(result.submissions.map((one) => [one.file, one.state, one.typedIn ?? false])).toEqual([
    ['Nhập tay: Phòng VH-XH tổng hợp', 'counted', true],
    ['Nhập tay: UBND phường 2', 'counted', true],
    ['a.xlsx', 'counted', false],
  ]);
  const ledger = ledgerOf(result, { roster: ROSTER, campaign: campaign('lai-chau-2024'), decisions: parsed.value });
  expect(ledger.entries[1]).toMatchObject({ state: 'onTime', typedIn: true });
  expect(result.missing.map((unit) => unit.code)).toEqual(['3']);
});

test('R-LED-05 decisions update totals at once: unit, supplement, proposal, version, switched off', () => {
  const all = [
    received('a.xlsx', { '2': [5], '1.1': ['15/450'] }, { unit: 'P.1' }),
    received('a bổ sung.xlsx', { '2': [2] }, { unit: 'P.1' }),
    received('x.xlsx', { '2': [9] }, { unit: 'Đơn vị lạ' }),
    received('b1.xlsx', { '2': [1] }, { unit: 'P.2' }),
    received('b2.xlsx', { '2': [3] }, { unit: 'P.2' }),
  ];
  const total = (data: unknown, key = '2/count'): [number, number] => {
    const parsed = parseDecisions(data);
    if (!parsed.ok) throw new Error(parsed.error);
    const found = consolidate(FORM, all, { roster: indexRoster(ROSTER), decisions: parsed.value }).totals.find((one) => one.field.key === key);
    return [found?.value ?? -1, found?.reporters ?? -1];
  };
  expect(total({})).toEqual([5, 1]);
  expect(total({ units: { 'x.xlsx': { code: '3', name: 'Trường THCS Lê Lợi' } } })).toEqual([14, 2]);
  expect(total({ names: { 'ĐƠN VỊ  LẠ': '3' } })).toEqual([14, 2]);
  expect(total({ supplements: { 'a bổ sung.xlsx': 'add' } })).toEqual([7, 1]);
  expect(total({ supplements: { 'a bổ sung.xlsx': 'replace' } })).toEqual([2, 1]);
  expect(total({ versions: ['b1.xlsx'] })).toEqual([6, 2]);
  expect(total({ versions: ['b2.xlsx'], switchedOff: ['1'] })).toEqual([3, 1]);
  expect(total({ accepted: { 'a.xlsx': 'all' } }, '1.1/people')).toEqual([450, 1]);
  expect(total({ accepted: { 'a.xlsx': ['1.2'] } }, '1.1/people')).toEqual([0, 0]);
});

test('R-LED-06 decisions about files that are gone are said; a file of decisions that cannot be read names the key', () => {
  const decisions = { ...NO_DECISIONS, receipts: { 'gone.xlsx': '2024-10-10' } };
  const result = consolidate(FORM, [received('a.xlsx', { '2': [5] }, { unit: 'P.1' })], { roster: null, decisions });
  expect(result.findings.map((one) => [one.code, one.params])).toEqual([['decision-stale', { subject: 'gone.xlsx' }]]);
  expect(parseDecisions({ receipts: { 'a.xlsx': 'hôm qua' } })).toEqual({ ok: false, error: 'receipts.a.xlsx' });
  expect(parseDecisions({ reciepts: {} })).toEqual({ ok: false, error: 'reciepts' });
});
