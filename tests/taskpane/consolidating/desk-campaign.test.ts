/** The desk with what a whole campaign brings: schedules, forms the clerk made, summaries held against the official list. */
import { picked, openInProcess, talkTo } from '../support/desk-in-process';

import { planBlankWorkbook } from '../../../src/app/insert-form';
import { confirmDraft, learnFromSelection } from '../../../src/app/learn-form';
import { FORMS } from '../../../src/catalogue/forms';
import type { FormDefinition } from '../../../src/core/forms/definition';
import { readWorkbook } from '../../../src/files/read/read-workbook';
import { writeXlsx } from '../../../src/files/write/write-xlsx';
import type { PlainNews } from '../../../src/taskpane/wiring/desk';
import { FakeHost } from '../../app/fake-host';
import { campaignOf } from '../../support/campaigns';
import { fillCells, fillForm } from '../../support/fill';
import { gridOf } from '../../support/grid';

const CAMPAIGN = campaignOf('ninh-thuan-2022');
const SCHEDULE = FORMS.find((one) => one.kind === 'list') as FormDefinition;

const blank = async (form: FormDefinition, unit: string, campaign: typeof CAMPAIGN | null = CAMPAIGN): Promise<Uint8Array> =>
  new Uint8Array(await writeXlsx(planBlankWorkbook({ form, campaign, unit: { code: null, name: unit } })));

const schedule = async (unit: string, cells: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  fillCells(await blank(SCHEDULE, unit), new Map(Object.entries(cells)));

async function learned(): Promise<FormDefinition> {
  const host = new FakeHost();
  host.sheets.set(
    'Trang1',
    gridOf([
      ['TT', 'Nội dung', 'Đơn vị tính', 'Số lượng'],
      [1, 'Lớp xóa mù chữ', 'lớp', 4],
      [2, 'Cuộc thi viết', 'cuộc', 3],
    ]),
  );
  host.active = 'Trang1';
  host.selection = { top: 0, left: 0, bottom: 2, right: 3 };
  const selection = await learnFromSelection(host);
  const made = selection.ok ? confirmDraft(selection.value, 'Mẫu của phòng', []) : null;
  if (made?.ok !== true || made.value[0] === undefined) throw new Error('no form');
  return made.value[0];
}

const shapes = (news: readonly PlainNews[]): string[] =>
  news.flatMap((one) => (one.kind === 'settled' ? [`${one.shape.form.id} ${one.shape.kind}`] : []));

test('R-PCAM-10 R-PCAM-22 schedules are read, shown by day, compared line by line, and saved as a workbook', async () => {
  const desk = talkTo();
  desk.settle({ formId: SCHEDULE.id, campaign: CAMPAIGN });
  const outcome = await desk.read([
    picked(
      'a.xlsx',
      await schedule('UBND huyện Ninh Sơn', { C8: 'Hội trường', D8: 'Lễ khai mạc', C11: 'Thư viện', D11: 'Tọa đàm' }),
    ),
    picked(
      'b.xlsx',
      await schedule('UBND huyện Bác Ái', {
        C8: 'Sân vận động',
        D8: 'Đồng diễn',
        B14: 'hôm nào tiện',
        C14: 'Chợ',
        D14: 'Hội sách',
      }),
    ),
  ]);
  expect(shapes(desk.news)).toEqual([`${SCHEDULE.id} list`]);
  expect(outcome.submissions.map((one) => one.state)).toEqual(['counted', 'counted']);
  expect(outcome.days).toEqual([
    { day: '2022-10-01', lines: 2 },
    { day: '2022-10-02', lines: 1 },
    { day: null, lines: 1 },
  ]);
  // The schedule is due before the week, not when the results are.
  expect(outcome.lastSafeDay).toBe('2022-09-30');
  expect(await desk.ask('day', { day: '2022-10-01' })).toEqual([
    {
      unit: 'UBND huyện Bác Ái',
      until: null,
      rawDay: '',
      texts: [
        { column: 'Địa điểm', text: 'Sân vận động' },
        { column: 'Nội dung', text: 'Đồng diễn' },
      ],
    },
    {
      unit: 'UBND huyện Ninh Sơn',
      until: null,
      rawDay: '',
      texts: [
        { column: 'Địa điểm', text: 'Hội trường' },
        { column: 'Nội dung', text: 'Lễ khai mạc' },
      ],
    },
  ]);
  expect((await desk.ask('day', { day: null }))[0]?.rawDay).toBe('hôm nào tiện');

  const book = readWorkbook(await desk.ask('workbook', { today: '2022-10-02' }));
  expect(book.ok && book.value.sheets.map((one) => one.sheet)).toEqual(expect.arrayContaining(['Lịch tổng hợp', 'Chi tiết']));
  const differences = await desk.ask('compare', { before: 'a.xlsx', after: 'b.xlsx' });
  expect(differences?.map(({ before, after }) => [before.words ?? '', after.words ?? ''])).toEqual([
    ['Hội trường; Lễ khai mạc', ''],
    ['Thư viện; Tọa đàm', ''],
    ['', 'Sân vận động; Đồng diễn'],
    ['', 'Chợ; Hội sách'],
  ]);
  expect(await desk.ask('compare', { before: 'a.xlsx', after: 'a.xlsx' })).toEqual([]);
}, 60_000);

test('R-PCAM-22 another week of the campaign has the schedules read anew', async () => {
  const desk = talkTo();
  desk.settle({ formId: SCHEDULE.id, campaign: CAMPAIGN });
  await desk.read([picked('a.xlsx', await schedule('UBND huyện Ninh Sơn', { C8: 'Hội trường', D8: 'Lễ khai mạc' }))]);
  const next = desk.nextOutcome();
  desk.settle({ formId: SCHEDULE.id, campaign: { ...CAMPAIGN, week: { from: '2022-10-03', to: '2022-10-09' } } });
  // Nothing is left of what was read with other days; the page chooses the same files again.
  expect(await next).toBeNull();
  // A decision alone leaves the files.
  await desk.read([picked('a.xlsx', await schedule('UBND huyện Ninh Sơn', { C8: 'Hội trường', D8: 'Lễ khai mạc' }))]);
  const decided = desk.nextOutcome();
  desk.settle({
    formId: SCHEDULE.id,
    campaign: { ...CAMPAIGN, name: 'Tên khác', week: { from: '2022-10-03', to: '2022-10-09' } },
  });
  expect((await decided)?.submissions).toHaveLength(1);
}, 60_000);

test('R-PCAM-07 R-PCAM-20 forms the clerk made are offered and consolidated; decisions do not have them read again', async () => {
  const form = await learned();
  const desk = talkTo();
  desk.settle({ formId: form.id, learnedForms: [form] });
  const bytes = fillForm(await blank(form, 'UBND xã A', null), form, { '1/m1': 2, '2/m1': 7 });
  const outcome = await desk.read([picked('a.xlsx', bytes)]);
  const offered = desk.news.flatMap((one) => (one.kind === 'ready' ? [one.forms.map(({ id }) => id)] : [])).at(-1);
  expect(offered).toEqual([...FORMS.map((one) => one.id), form.id]);
  expect(outcome.totals).toMatchObject({ '1/m1': { value: 2, reporters: 1 }, '2/m1': { value: 7, reporters: 1 } });
  expect(outcome.days).toEqual([]);

  // A copy of the same form comes with every message.
  const again = desk.nextOutcome();
  desk.settle({ formId: form.id, learnedForms: [structuredClone(form)] });
  expect((await again)?.submissions).toHaveLength(1);
  // Thrown away, it is no longer there to be chosen.
  const without = desk.nextOutcome();
  desk.settle({ formId: form.id, learnedForms: [] });
  expect(await without).toBeNull();
  expect(shapes(desk.news).at(-1)).toBe('phu-luc-ii/lai-chau-2024 indicators');
}, 60_000);

test('R-PCAM-21 the official list is asked for once a file brings units of its own, and then only once', async () => {
  let asked = 0;
  const official = new Map([
    ['00004', { name: 'Phường Ba Đình', province: 'Thành phố Hà Nội' }],
    ['03388', { name: 'Phường Đoàn Kết', province: 'Tỉnh Lai Châu' }],
  ]);
  const open = openInProcess({
    loadOfficial: () => {
      asked += 1;
      return Promise.resolve(official);
    },
  });
  const desk = talkTo(open);
  const [form] = FORMS;
  if (form === undefined) throw new Error('no form');
  const unit = {
    code: '00004',
    name: 'UBND phường Ba Đình',
    kind: null,
    superior: null,
    email: null,
    deadline: null,
    aliases: [],
  };
  const campaign = { ...campaignOf('lai-chau-2024'), roster: { asked: [], units: [unit], file: null } };
  desk.settle({ formId: form.id, campaign });
  const plan = planBlankWorkbook({ form, campaign, unit });
  await desk.read([picked('a.xlsx', fillForm(new Uint8Array(await writeXlsx(plan)), form, { '2/count': 4 }))]);
  expect(asked).toBe(0);
  const summary = await desk.ask('workbook', { today: '2024-10-20' });

  const above = talkTo(open);
  above.settle({ formId: form.id });
  const upper = await above.read([picked('tinh.xlsx', summary)]);
  expect(asked).toBe(1);
  expect(upper.totals['2/count']).toEqual({ value: 4, reporters: 1 });
  // A ward of Hà Nội in the summary of Lai Châu.
  const sentences = (await above.ask('findings', { file: 'tinh.xlsx' })).map((one) => one.sentence).join(' ');
  expect(sentences).toMatch(/phường Ba Đình.*Thành phố Hà Nội/);
  await above.read([picked('tinh 2.xlsx', summary)]);
  expect(asked).toBe(1);
}, 60_000);
