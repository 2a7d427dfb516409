/** The desk over the real line: reading, deciding, asking, without threads. */
import { unzipSync, zipSync } from 'fflate';

import { joinReceived } from '../../../src/app/join-received';
import { createPacker } from '../../../src/app/packed-received';
import { DEFAULT_FORM_ID, findForm, FORMS } from '../../../src/catalogue/forms';
import { NO_DECISIONS, type Decisions } from '../../../src/core/campaign/decisions';
import { readCampaign, type Campaign } from '../../../src/core/campaign/campaign';
import type { Received } from '../../../src/core/consolidation/received';
import {
  acceptRows,
  assignUnit,
  chooseVersion,
  confirmReceipts,
  returnFile,
  settleSupplement,
  switchUnit,
} from '../../../src/taskpane/consolidating/decide';
import type { Outcome } from '../../../src/taskpane/wiring/messages';
import { answerReader } from '../../../src/taskpane/wiring/reader-job';
import { timeLeft } from '../../../src/taskpane/wiring/read-picked';
import { annexFile } from '../../support/annex-file';
import { arrived } from '../../support/travel';
import { withPhoto } from '../../support/with-photo';
import { expectedSamples, openInProcess, picked, pickedSamples, sampleRoster, talkTo } from '../support/desk-in-process';

/** The expected totals per field key. */
function expectedByKey(rows: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([row, cells]) =>
      Object.entries(cells).flatMap(([measure, value]) =>
        typeof value === 'number' ? [[`${row}/${measure}`, value] as const] : [],
      ),
    ),
  );
}
const totalsOf = (outcome: Outcome): Record<string, number> =>
  Object.fromEntries(Object.entries(outcome.totals).map(([key, one]) => [key, one.value]));

function campaignOf(units: Campaign['roster']['units'], more: Partial<Record<string, unknown>> = {}): Campaign {
  const read = readCampaign({ id: 'thu', name: 'Đợt thử', year: 2024, roster: { units }, ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.campaign;
}

const good = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const xa = (name: string, count: number | string, saved?: string): Uint8Array =>
  annexFile({ '1.1': [count, 100] }, { unit: name, ...(saved === undefined ? {} : { saved }) });

test('R-PCON-01 the samples give the totals that were worked out by hand, and with every proposal accepted', async () => {
  const desk = talkTo();
  desk.settle();
  const outcome = await desk.read(pickedSamples());
  const expected = expectedSamples();
  expect(totalsOf(outcome)).toEqual(expectedByKey(expected.totals));
  expect(outcome.submissions.filter((one) => one.state === 'counted')).toHaveLength(22);
  const proposals = outcome.questions.flatMap((one) => (one.kind === 'proposal' ? [one] : []));
  const next = desk.nextOutcome();
  desk.settle({ decisions: acceptRows(proposals)(NO_DECISIONS) });
  const accepted = await next;
  if (accepted === null) throw new Error('nothing');
  expect(totalsOf(accepted)).toEqual(expectedByKey((expected.accepted as unknown as { totals: typeof expected.totals }).totals));
  expect(accepted.questions.some((one) => one.kind === 'proposal')).toBe(false);
});

test('R-PCON-02 every kind of decision shows in the next outcome, and is taken back by the decisions before', async () => {
  const desk = talkTo();
  desk.settle();
  const files = [
    picked('a1.xlsx', xa('UBND xã A', 3, '2024-10-10T08:00:00Z')),
    picked('a2 bổ sung.xlsx', xa('UBND xã A', 4, '2024-10-12T08:00:00Z')),
    picked('b1.xlsx', xa('UBND xã B', 5)),
    picked('b2.xlsx', xa('UBND xã B', 6)),
    picked('c.xlsx', xa('UBND xã C', 'hơn 15')),
  ];
  const first = await desk.read(files);
  expect(first.questions.map((one) => one.kind)).toEqual(['supplement', 'version', 'proposal']);
  const after = async (change: (decisions: Decisions) => Decisions): Promise<Outcome> => {
    const next = desk.nextOutcome();
    desk.settle({ decisions: change(NO_DECISIONS) });
    const outcome = await next;
    if (outcome === null) throw new Error('nothing');
    return outcome;
  };
  const total = (outcome: Outcome): number | undefined => outcome.totals['1.1/count']?.value;
  expect(total(first)).toBe(3);
  expect(total(await after(settleSupplement('a2 bổ sung.xlsx', 'add')))).toBe(7);
  expect(total(await after(settleSupplement('a2 bổ sung.xlsx', 'replace')))).toBe(4);
  expect(total(await after(chooseVersion('b2.xlsx', ['b1.xlsx', 'b2.xlsx'])))).toBe(9);
  expect(total(await after(acceptRows([{ file: 'c.xlsx', row: '1.1' }])))).toBe(18);
  expect(total(await after(switchUnit({ code: null, name: 'UBND xã A' }, false)))).toBe(0);
  const returned = await after(returnFile('a1.xlsx', true));
  expect(returned.submissions.find((one) => one.file === 'a1.xlsx')).toMatchObject({ state: 'undetermined', reason: 'returned' });
  const received = await after(confirmReceipts([{ file: 'a1.xlsx', day: '2024-10-14' }]));
  expect(received.receipts.find((one) => one.file === 'a1.xlsx')).toMatchObject({
    offered: '2024-10-10',
    confirmed: '2024-10-14',
  });
  expect(total(await after((decisions) => decisions))).toBe(3);
});

test('R-PCON-03 a unit the roster does not know is asked about, chosen, and its name remembered', async () => {
  const desk = talkTo();
  const campaign = campaignOf(sampleRoster());
  desk.settle({ campaign });
  const outcome = await desk.read([
    picked('x.xlsx', xa('Tổ công tác Suối Ngân', 2)),
    picked('y.xlsx', xa('UBND xã Bến Sương', 1)),
  ]);
  const [question] = outcome.questions;
  if (question?.kind !== 'unit') throw new Error('no question about the unit');
  expect(question).toMatchObject({ file: 'x.xlsx', heard: 'Tổ công tác Suối Ngân' });
  expect(outcome.missing).toHaveLength(23);
  const unit = { code: 'KV01', name: 'UBND xã Suối Ngân' };
  const decisions = assignUnit('x.xlsx', unit, question.heard)(NO_DECISIONS);
  expect(decisions.names).toEqual({ 'Tổ công tác Suối Ngân': 'KV01' });
  let next = desk.nextOutcome();
  desk.settle({ campaign, decisions });
  expect((await next)?.submissions.find((one) => one.file === 'x.xlsx')).toMatchObject({ state: 'counted', unit });
  // Another file of that name is known by now.
  next = desk.nextOutcome();
  desk.settle({ campaign, decisions: { ...NO_DECISIONS, names: decisions.names } });
  expect((await next)?.submissions.find((one) => one.file === 'x.xlsx')?.unit).toEqual(unit);
});

test('R-PCON-04 late files beside earlier ones', () => {
  const one = (file: string, hash: string): Received =>
    ({ file, hash, savedAt: null, fileTime: null, outcome: 'several', sheets: [] }) satisfies Received;
  const refused = (file: string): Received =>
    ({
      file,
      hash: null,
      savedAt: null,
      fileTime: null,
      outcome: 'refused',
      refusal: { code: 'not-permitted', detail: null },
    }) satisfies Received;
  const joined = joinReceived(
    [one('PL2.xlsx', 'a'), refused('khóa.xlsx')],
    [one('PL2.xlsx', 'b'), one('PL2.xlsx', 'a'), one('khóa.xlsx', 'c')],
  );
  expect(joined.map((each) => [each.file, each.hash])).toEqual([
    ['PL2.xlsx', 'a'],
    ['khóa.xlsx', 'c'],
    ['PL2 (2).xlsx', 'b'],
  ]);
  expect(joinReceived(joined, [one('PL2.xlsx', 'b')])).toHaveLength(3);
});

test('R-PCON-05 a stopped run leaves no trace, and decisions made meanwhile hold', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const desk = talkTo(openInProcess({ beforeFile: (file) => (file === 'chậm.xlsx' ? held : Promise.resolve()) }));
  desk.settle();
  await desk.read([picked('a.xlsx', xa('UBND xã A', 3))]);
  desk.order({ kind: 'receive', run: 2, files: [picked('chậm.xlsx', xa('UBND xã B', 4))] });
  const next = desk.nextOutcome();
  desk.settle({ decisions: switchUnit({ code: null, name: 'UBND xã A' }, false)(NO_DECISIONS) });
  desk.order({ kind: 'cancel', run: 2 });
  const outcome = await next;
  release();
  expect(outcome?.submissions.map((one) => [one.file, one.reason])).toEqual([['a.xlsx', 'switched-off']]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(desk.news.some((one) => one.kind === 'outcome' && one.run === 2)).toBe(false);
});

test('R-PCON-08 a total and those who made it, the largest first', async () => {
  const desk = talkTo();
  desk.settle();
  await desk.read([
    picked('a.xlsx', xa('UBND xã A', 3)),
    picked('b.xlsx', xa('UBND xã B', '02')),
    picked('c.xlsx', xa('UBND xã C', 7)),
  ]);
  const drill = await desk.ask('drill', { key: '1.1/count' });
  expect(drill?.lines.map((one) => [one.unit.name, one.value, one.file, one.raw])).toEqual([
    ['UBND xã C', 7, 'c.xlsx', '7'],
    ['UBND xã A', 3, 'a.xlsx', '3'],
    ['UBND xã B', 2, 'b.xlsx', '02'],
  ]);
  expect(drill?.lines[0]).toMatchObject({ sheet: 'Phụ lục II', fromChildren: false });
  expect(drill?.lines[0]?.cell).toMatch(/^[A-Z]+\d+$/);
  expect(await desk.ask('drill', { key: 'không có' })).toBeNull();
});

test('R-PCON-09 two versions, cell by cell', async () => {
  const desk = talkTo();
  desk.settle();
  const first = annexFile(
    { '1.1': [3, 100], '1.2': ['02', 20], '2': ['khá nhiều'] },
    { unit: 'UBND xã A', saved: '2024-10-01T00:00:00Z' },
  );
  const second = annexFile({ '1.1': [4, 100], '1.2': [2, 20], '3': [5] }, { unit: 'UBND xã A', saved: '2024-10-05T00:00:00Z' });
  const outcome = await desk.read([picked('a.xlsx', first), picked('a lần 2.xlsx', second)]);
  expect(outcome.submissions.find((one) => one.file === 'a.xlsx')).toMatchObject({ state: 'superseded', rival: 'a lần 2.xlsx' });
  const found = await desk.ask('compare', { before: 'a.xlsx', after: 'a lần 2.xlsx' });
  expect(found?.map((one) => [one.number, one.before.value, one.before.raw, one.after.value])).toEqual([
    ['1.1', 3, '3', 4],
    ['2', null, 'khá nhiều', null],
    ['3', null, '', 5],
  ]);
  expect(await desk.ask('compare', { before: 'a.xlsx', after: 'nowhere' })).toBeNull();
});

test('R-PCON-10 what has to be sent again: a list, and a text for each unit', async () => {
  const desk = talkTo();
  desk.settle();
  const outcome = await desk.read([
    picked('=cmd|calc.xlsx', annexFile({ '2': ['khá nhiều'] }, { unit: 'UBND xã A' })),
    picked('thư mời.docx', 'không phải bảng tính'),
    picked('tốt.xlsx', xa('UBND xã B', 1)),
  ]);
  expect(outcome.sentBack).toBe(2);
  const letters = await desk.ask('letters', {});
  expect(letters.map((one) => one.unit)).toEqual(['UBND xã A', null]);
  expect(letters[0]?.text).toMatch(
    /^Kính gửi UBND xã A,\n[^]*- Ô [A-Z]+\d+ \(2\. [^]*“khá nhiều” không phải là số[^]*Đề nghị đơn vị kiểm tra/,
  );
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await desk.ask('list', { as: 'csv' }));
  expect(csv.startsWith('\uFEFF"TT","Đơn vị báo cáo","Tệp"')).toBe(true);
  expect(csv).toContain(`"'=cmd|calc.xlsx"`);
  expect(csv.trim().split('\r\n')).toHaveLength(3);
  const parts = unzipSync(await desk.ask('list', { as: 'xlsx' }));
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  expect(sheet).not.toContain('<f>');
});

test('R-PCON-11 figures typed in become decisions; what is none is refused', async () => {
  const desk = talkTo();
  desk.settle();
  const entry = {
    unit: { code: null, name: ' UBND xã Giấy ' },
    values: { '1.1/count': 12 },
    notes: {},
    receivedAt: '2024-10-15',
  };
  const typed = good(await desk.ask('type-in', { entry }));
  expect(typed.typedIn).toEqual([{ ...entry, unit: { code: null, name: 'UBND xã Giấy' } }]);
  const next = desk.nextOutcome();
  desk.settle({ decisions: typed });
  const outcome = await next;
  expect(outcome?.totals['1.1/count']).toEqual({ value: 12, reporters: 1 });
  expect(outcome?.submissions).toMatchObject([{ typedIn: true, state: 'counted' }]);
  expect(await desk.ask('type-in', { entry: { ...entry, values: { 'x/y': 1 } } })).toEqual({
    ok: false,
    error: { code: 'figure-wrong', key: 'x/y' },
  });
  expect(await desk.ask('type-in', { entry: { ...entry, unit: { code: null, name: ' ' } } })).toEqual({
    ok: false,
    error: { code: 'unit-missing' },
  });
});

test('R-PCON-12 a large photo under a workbook’s name is refused by its head, of one in a workbook nothing is read', async () => {
  const jpeg = new Uint8Array(400 * 1024);
  jpeg.set([0xff, 0xd8, 0xff, 0xe0]);
  const form = findForm(DEFAULT_FORM_ID);
  if (form === undefined) throw new Error('no form');
  const settings = { form, forms: FORMS, expected: { year: null, theme: null }, acceptProposals: false };
  const answerOf = async (bytes: Uint8Array): Promise<readonly [unknown, number]> => {
    const { path, file } = picked('ảnh.xlsx', bytes);
    let count = 0;
    const packed = await answerReader({ file: path, source: file }, settings, createPacker('a'), (_file, from, to) => {
      count += to - from;
      return new Uint8Array(bytes.subarray(from, to)).buffer;
    });
    return [arrived(form, packed), count];
  };
  const [refused, head] = await answerOf(jpeg);
  expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'not-a-workbook', detail: 'tệp ảnh' } });
  expect(head).toBeLessThan(40_000);
  const plain = xa('UBND xã A', 3);
  const [read, parts] = await answerOf(withPhoto(new Uint8Array(plain), 1));
  expect({ ...(read as Received), hash: null }).toEqual({ ...((await answerOf(new Uint8Array(plain)))[0] as Received), hash: null });
  expect(read).toMatchObject({ outcome: 'form', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(parts).toBeLessThan(150_000);
  // Gone since it was chosen.
  const { path, file } = picked('a.xlsx', plain);
  const gone = await answerReader({ file: path, source: file }, settings, createPacker('a'), () => {
    throw new DOMException('', 'NotReadableError');
  });
  expect(arrived(form, gone)).toMatchObject({ outcome: 'refused', refusal: { code: 'not-permitted' }, hash: null });
});

test('R-READ-95 a large workbook that a reader opens is the same file out of an archive; a small one stays as it was', async () => {
  const desk = talkTo();
  desk.settle();
  const large = withPhoto(xa('UBND xã A', 3), 1);
  const outcome = await desk.read([
    picked('a.xlsx', large),
    picked('gói.zip', zipSync({ 'b.xlsx': [large, { level: 0 }], 'c.xlsx': xa('UBND xã C', 4) })),
    picked('d.xlsx', xa('UBND xã D', 5)),
    picked('e.xlsx', withPhoto(xa('UBND xã E', 6), 2).subarray(0, 500_000)),
  ]);
  const states = outcome.submissions.map(({ file, state, reason }) => [file, state, reason] as const);
  expect([...states].sort(([one], [other]) => (one < other ? -1 : 1))).toEqual([
    ['a.xlsx', 'counted', null],
    ['d.xlsx', 'counted', null],
    ['e.xlsx', 'refused', 'damaged'],
    ['gói.zip!b.xlsx', 'duplicate', 'same-bytes'],
    ['gói.zip!c.xlsx', 'counted', null],
  ]);
});

test('R-PCON-13 the time left', () => {
  expect(timeLeft(4, 100, 5000)).toBeNull();
  expect(timeLeft(50, 100, 900)).toBeNull();
  expect(timeLeft(50, null, 5000)).toBeNull();
  expect(timeLeft(25, 100, 5000)).toBe(15_000);
});

test('R-PCON-14 a name twice in the roster is said; without a roster every name is taken as written', async () => {
  const desk = talkTo();
  const unit = { code: null, name: 'Trường TH Kim Đồng', kind: null, superior: null, email: null, deadline: null, aliases: [] };
  desk.settle({ campaign: campaignOf([unit, unit]) });
  const outcome = await desk.read([picked('a.xlsx', xa('UBND xã A', 3))]);
  expect(outcome.remarks.map((one) => one.sentence).join('\n')).toMatch(/“Trường TH Kim Đồng” ở dòng 3[^]*trùng với dòng 2/);
  const next = desk.nextOutcome();
  desk.settle({ campaign: campaignOf([]) });
  expect((await next)?.submissions).toMatchObject([{ state: 'counted', unit: { code: null, name: 'UBND xã A' } }]);
});
