/** The desk and the open workbook: writing, refusing, opening again; and the store that stands between desk, session and page. */
import { ok } from '../../../src/core/result';
import { NO_DECISIONS } from '../../../src/core/campaign/decisions';
import { SHEET_ROLES } from '../../../src/core/sheets/markers';
import { createDeskStore, type DeskStore } from '../../../src/taskpane/consolidating/desk-store';
import { localDay } from '../../../src/taskpane/consolidating/local-day';
import { switchUnit } from '../../../src/taskpane/consolidating/decide';
import { createSession, type SessionStore } from '../../../src/taskpane/state/session-store';
import { FakeHost } from '../../app/fake-host';
import { annexFile } from '../../support/annex-file';
import { openInProcess, picked, type ReaderHooks } from '../support/desk-in-process';

const xa = (name: string, count: number): Uint8Array => annexFile({ '1.1': [count, 100] }, { unit: name });

interface Opened {
  readonly store: DeskStore;
  readonly session: SessionStore;
  readonly saved: { readonly name: string; readonly bytes: Uint8Array }[];
  readonly said: () => string | undefined;
}

/** A pane over a workbook, or over none. */
async function openPane(host: FakeHost | null, hooks: ReaderHooks = {}): Promise<Opened> {
  const session = createSession({
    inExcel: host !== null,
    describeProblem: (problem) => Promise.resolve(`problem ${problem.code}`),
  });
  const saved: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const store = createDeskStore({
    openDesk: openInProcess(hooks),
    saveFile: (name, bytes) => {
      saved.push({ name, bytes });
      return Promise.resolve(`Đã lưu “${name}”`);
    },
    session,
    now: () => new Date(2024, 9, 21, 23, 30),
  });
  if (host !== null) await session.attach({ host });
  return { store, session, saved, said: () => session.current().said?.sentence };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it never came');
}
const total = (store: DeskStore): number | undefined => store.current().outcome?.totals['1.1/count']?.value;

test('R-PCON-06 written into the workbook by calls the page makes; a refusal is told and nothing is lost', async () => {
  const host = new FakeHost();
  const { store, session, said } = await openPane(host);
  store.add([picked('a.xlsx', xa('UBND xã A', 3)), picked('b.xlsx', xa('UBND xã B', 4))], false);
  await until(() => store.current().outcome !== null);
  expect(store.current().isInWorkbook).toBe(false);
  let refusals = 0;
  const replace = host.replaceSummary;
  host.replaceSummary = (...args) => {
    refusals += 1;
    return refusals > 1 ? replace(...args) : Promise.resolve({ ok: false, error: { code: 'workbook-protected', detail: null } });
  };
  await store.putIntoWorkbook();
  expect(said()).toBe('problem workbook-protected');
  expect(host.own).toEqual([]);
  expect(store.current()).toMatchObject({ busy: null, isInWorkbook: false });
  expect(total(store)).toBe(7);
  await store.putIntoWorkbook();
  expect(said()).toMatch(/^Đã đưa vào trang “Tổng hợp”/);
  expect(host.own.map((one) => one.role)).toContain(SHEET_ROLES.summary);
  expect(store.current()).toMatchObject({ isInWorkbook: true, summarySheet: 'Tổng hợp' });
  expect(session.current().formId).toBe('phu-luc-ii/lai-chau-2024');
  // The workbook keeps the form now; that changes nothing of what was put into it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(store.current().isInWorkbook).toBe(true);
  // A decision afterwards is not in the workbook yet.
  store.decide(switchUnit({ code: null, name: 'UBND xã A' }, false));
  await until(() => total(store) === 4);
  expect(store.current().isInWorkbook).toBe(false);
  store.close();
});

test('R-PCON-07 opened again, what was read is there, late files add to it, and nothing is left out', async () => {
  const host = new FakeHost();
  const first = await openPane(host);
  first.store.add([picked('a.xlsx', xa('UBND xã A', 3))], false);
  await until(() => first.store.current().outcome !== null);
  await first.store.putIntoWorkbook();
  first.store.close();

  const again = await openPane(host);
  await until(() => total(again.store) === 3);
  expect(again.said()).toMatch(/^Đã mở lại lần tổng hợp trước trong sổ tính này \(1 tệp\)/);
  expect(again.store.current()).toMatchObject({ isInWorkbook: true, summarySheet: 'Tổng hợp' });
  again.store.add([picked('a.xlsx', xa('UBND xã Muộn', 5))], false);
  await until(() => total(again.store) === 8);
  expect(again.store.current().outcome?.submissions.map((one) => one.file)).toEqual(['a (2).xlsx', 'a.xlsx']);
  await again.store.putIntoWorkbook();
  again.store.close();

  // A page that lost its memory of the form still writes beside what is there.
  if (host.state !== null) host.state = { ...host.state, formId: null, decisions: NO_DECISIONS };
  const third = await openPane(host);
  third.store.add([picked('c.xlsx', xa('UBND xã C', 1))], false);
  await until(() => third.store.current().outcome !== null);
  expect(total(third.store)).toBe(1);
  await third.store.putIntoWorkbook();
  await until(() => total(third.store) === 9);
  // Beginning anew is the one way to leave it out, and it is said.
  third.store.beginAnew();
  expect(third.said()).toMatch(/“Tổng hợp” trong sổ tính vẫn giữ nguyên/);
  expect(third.store.current().outcome).toBeNull();
  third.store.close();
});

test('R-PCON-22 a cell of the sheet of totals opens its contributors; other sheets are looked at once', async () => {
  const host = new FakeHost();
  const { store } = await openPane(host);
  store.add([picked('a.xlsx', xa('UBND xã A', 3)), picked('b.xlsx', xa('UBND xã B', 4))], false);
  await until(() => store.current().outcome !== null);
  await store.putIntoWorkbook();
  const summary = host.own.find((one) => one.role === SHEET_ROLES.summary);
  if (summary === undefined) throw new Error('no summary');
  let reads = 0;
  host.readSheet = (id) => {
    reads += 1;
    const grid = id === 'summary' ? summary.grid : { ...summary.grid, sheet: 'Của tôi' };
    return Promise.resolve(ok({ id, grid, isProtected: false, marks: [] }));
  };
  const row = summary.grid.rows.find((one) =>
    one.cells.some((cell) => cell.value.kind === 'text' && cell.value.value.startsWith('1.1')),
  );
  host.onSelect?.({ sheetId: 'other', cell: 'D9' });
  await until(() => reads === 1);
  host.onSelect?.({ sheetId: 'other', cell: 'D10' });
  host.onSelect?.({ sheetId: 'summary', cell: `D${String((row?.index ?? 0) + 1)}` });
  await until(() => store.current().view.kind === 'drill');
  expect(reads).toBe(2);
  expect(store.current().view).toMatchObject({ bySelection: true, drill: { key: '1.1/count', value: 7 } });
  // A cell that is no total closes it again; a form being typed is never taken away.
  host.onSelect?.({ sheetId: 'summary', cell: 'A1' });
  await until(() => store.current().view.kind === 'home');
  store.show({ kind: 'typing', unit: null });
  host.onSelect?.({ sheetId: 'summary', cell: `D${String((row?.index ?? 0) + 1)}` });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(store.current().view.kind).toBe('typing');
  store.close();
});

test('R-PCON-16 nothing chosen, no file dropped, dropped while reading, chosen twice, photos beside: a sentence each', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { store, said } = await openPane(null, { beforeFile: () => held });
  const a = picked('a.xlsx', xa('UBND xã A', 3));
  store.add([], false);
  expect(said()).toBe('Chưa có tệp nào được chọn.');
  store.add([], true);
  expect(said()).toMatch(/không phải là tệp trên máy/);
  store.add([picked('ảnh/1.JPG', 'x'.repeat(300_000)), picked('phim.mp4', 'x')], true);
  expect(said()).toBe(
    'Đã bỏ qua 2 tệp ảnh, video, âm thanh (0,3 MB) vì không phải bảng tính. Không còn tệp nào để đọc. Báo cáo gửi bằng ảnh chụp thì có thể nhập tay.',
  );
  store.add([a, picked('ảnh.heic', 'x')], false);
  expect(said()).toMatch(/^Đã bỏ qua 1 tệp ảnh/);
  expect(store.current().reading?.files.map((one) => one.path)).toEqual(['a.xlsx']);
  store.add([picked('b.xlsx', xa('UBND xã B', 3))], true);
  expect(said()).toMatch(/^Đang đọc các tệp đã chọn/);
  release();
  await until(() => store.current().outcome !== null);
  store.add([a], false);
  expect(said()).toBe('1 tệp đã được chọn từ trước nên không đọc lại.');
  expect(store.current().reading).toBeNull();
  store.close();
});

test('R-PCON-06 without Excel the summary and the list are saved as files', async () => {
  const { store, saved, said } = await openPane(null);
  store.add([picked('a.xlsx', xa('UBND xã A', 3)), picked('thư.docx', 'x')], false);
  await until(() => store.current().outcome !== null);
  await store.save();
  await store.saveList('csv');
  expect(saved.map((one) => one.name)).toEqual(['Bảng tổng hợp Phụ lục II năm 2024.xlsx', 'Danh sách tệp cần gửi lại.csv']);
  expect(said()).toMatch(/^Đã lưu “Danh sách tệp cần gửi lại\.csv”/);
  await store.putIntoWorkbook();
  expect(said()).toBe('problem not-supported');
  expect(localDay(new Date(2024, 9, 21, 23, 30))).toBe('2024-10-21');
  store.close();
});

test('R-PCON-15 a desk that broke is said and opened anew; another form reads everything again', async () => {
  const { store, session } = await openPane(null);
  store.add([picked('a.xlsx', xa('UBND xã A', 3))], false);
  await until(() => store.current().outcome !== null);
  session.chooseForm('phu-luc-ii/trung-lap');
  await until(
    () =>
      store.current().shape?.form.id === 'phu-luc-ii/trung-lap' &&
      store.current().reading === null &&
      store.current().outcome !== null,
  );
  expect(store.current().files).toHaveLength(1);
  expect(store.current().outcome?.submissions).toHaveLength(1);
  store.beginAnew();
  await until(() => store.current().outcome === null);
  expect(store.current()).toMatchObject({ files: [], failure: null });
  store.close();
});

test('R-PCON-20 thousands of files are handed over in batches, and a run that was stopped hands over no more', async () => {
  const { store } = await openPane(null);
  const many = Array.from({ length: 250 }, (_unused, index) => picked(`${String(index)}.txt`, 'không phải bảng tính'));
  store.add(many, false);
  store.cancel();
  store.add(many.slice(0, 230), false);
  await until(() => store.current().outcome !== null);
  expect(store.current().outcome?.submissions).toHaveLength(230);
  expect(store.current().files).toHaveLength(230);
  store.close();
});
