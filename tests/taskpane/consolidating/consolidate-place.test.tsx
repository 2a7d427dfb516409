/**
 * The place "Tổng hợp" as a clerk meets it, over the real desk in this process.
 *
 * @jest-environment jsdom
 */
import '@testing-library/jest-dom';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';

import { readCampaign } from '../../../src/core/campaign/campaign';
import { ConsolidatePlace } from '../../../src/taskpane/consolidating/consolidate-place';
import { DeskProvider } from '../../../src/taskpane/consolidating/desk-provider';
import { SessionContext } from '../../../src/taskpane/state/session';
import { createSession, type SessionStore } from '../../../src/taskpane/state/session-store';
import { annexFile } from '../../support/annex-file';
import '../support/bytes-of-blobs';
import { openInProcess, sampleRoster, type ReaderHooks } from '../support/desk-in-process';

const SLOW = 20_000;
const xa = (name: string, count: number | string): Uint8Array => annexFile({ '1.1': [count, 100] }, { unit: name });

function fileOf(name: string, bytes: Uint8Array): File {
  const file = new File([new Uint8Array(bytes)], name, { lastModified: Date.UTC(2024, 9, 17) });
  // The page of the test has files without this.
  Object.defineProperty(file, 'webkitRelativePath', { value: '' });
  return file;
}

interface Opened {
  readonly session: SessionStore;
  readonly saved: string[];
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly choose: (...files: readonly File[]) => Promise<void>;
}

function open(hooks: ReaderHooks = {}): Opened {
  const session = createSession({ inExcel: false, describeProblem: (problem) => Promise.resolve(problem.code) });
  const saved: string[] = [];
  const openDesk = openInProcess(hooks);
  const Page = (): ReactNode => (
    <FluentProvider theme={webLightTheme}>
      <SessionContext.Provider value={session}>
        <DeskProvider openDesk={openDesk} saveFile={(name) => Promise.resolve(String(saved.push(name)))}>
          <ConsolidatePlace />
        </DeskProvider>
      </SessionContext.Provider>
    </FluentProvider>
  );
  const user = userEvent.setup({ applyAccept: false });
  const { container } = render(<Page />);
  const choose = async (...files: readonly File[]): Promise<void> => {
    const input = container.querySelector<HTMLInputElement>('input[data-pick="files"]');
    if (input === null) throw new Error('no way to choose files');
    await user.upload(input, [...files]);
  };
  return { session, saved, user, choose };
}

afterEach(cleanup);

const headline = (text: RegExp | string): Promise<HTMLElement> => screen.findByRole('heading', { name: text }, { timeout: SLOW });

test(
  'R-PCON-17 from chosen files to the result without another press; the focus goes to stop, then to the result',
  async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { choose, user } = open({ beforeFile: () => held });
    await choose(fileOf('a.xlsx', xa('UBND xã A', 3)));
    const stop = await screen.findByRole('button', { name: 'Dừng lại' });
    expect(stop).toHaveFocus();
    await user.click(stop);
    expect(await screen.findByRole('button', { name: 'Chọn tệp báo cáo' })).toHaveFocus();
    await choose(fileOf('a.xlsx', xa('UBND xã A', 3)));
    act(release);
    const heading = await headline('Đã tính 1 trong 1 tệp nhận được.');
    await waitFor(() => {
      expect(heading).toHaveFocus();
    });
  },
  SLOW,
);

test(
  'R-PCON-18 a reading is accepted, a unit chosen from the roster by typing without marks; totals follow',
  async () => {
    const { session, choose, user } = open();
    const read = readCampaign({ id: 'thu', name: 'Đợt thử', year: 2024, roster: { units: sampleRoster() } });
    if (!read.ok) throw new Error('no campaign');
    act(() => {
      session.setCampaign(read.value.campaign);
    });
    await choose(fileOf('a.xlsx', xa('UBND xã Suối Ngân', 'hơn 15')), fileOf('b.xlsx', xa('Tổ công tác số 5', 4)));
    await headline('Đã tính 1 trong 2 tệp nhận được.');
    await user.click(screen.getByRole('button', { name: /^Đồng ý số ở ô [A-Z]+\d+ của UBND xã Suối Ngân$/ }));
    await waitFor(() => {
      expect(session.current().decisions.accepted).toEqual({ 'a.xlsx': ['1.1'] });
    });
    const box = screen.getByRole('combobox', { name: 'Đơn vị báo cáo của tệp b.xlsx' });
    await user.type(box, 'bai phuong');
    await user.click(await screen.findByRole('option', { name: /UBND xã Bãi Phượng/ }));
    await user.click(screen.getByRole('button', { name: 'Xác nhận: b.xlsx' }));
    await headline('Đã tính 2 trong 2 tệp nhận được.');
    expect(session.current().decisions.names).toEqual({ 'Tổ công tác số 5': 'KV04' });
    await user.click(screen.getByRole('tab', { name: 'Số liệu' }));
    const total = await screen.findByRole('button', { name: /^19, 2 đơn vị báo cáo\. Xem các đơn vị góp vào dòng 1\.1,/ });
    await user.click(total);
    await headline('Các đơn vị góp vào số này');
    const lines = within(screen.getByRole('list', { name: 'Danh sách đơn vị góp số liệu' })).getAllByRole('listitem');
    expect(lines.map((one) => one.textContent)).toEqual([
      expect.stringMatching(/^UBND xã Suối Ngân15[^]*a\.xlsx[^]*ghi “hơn 15”/),
      expect.stringMatching(/^UBND xã Bãi Phượng4[^]*b\.xlsx/),
    ]);
    await user.click(screen.getByRole('button', { name: 'Không tính đơn vị này: UBND xã Bãi Phượng' }));
    await screen.findByText('15 lớp, của 1 đơn vị báo cáo.', undefined, { timeout: SLOW });
  },
  SLOW * 2,
);

test(
  'R-PCON-11 a unit on paper: flaws stand at their fields and take the focus; then its figures count, change and go',
  async () => {
    const { session, user } = open();
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Nhập tay báo cáo giấy' })).toBeEnabled();
    });
    await user.click(screen.getByRole('button', { name: 'Nhập tay báo cáo giấy' }));
    const heading = await headline('Nhập tay báo cáo giấy');
    expect(heading).toHaveFocus();
    const row = screen.getByRole('group', { name: /^1\.1\. / });
    const [classes] = within(row).getAllByRole('textbox');
    if (classes === undefined) throw new Error('no field');
    await user.type(classes, 'mười');
    await user.click(screen.getByRole('button', { name: 'Đưa vào tổng hợp' }));
    expect(screen.getByText('Đề nghị ghi tên đơn vị báo cáo.')).toBeInTheDocument();
    expect(screen.getByText(/^“mười” không phải là số nguyên/)).toBeInTheDocument();
    const name = screen.getByRole('combobox', { name: /^Tên đơn vị báo cáo/ });
    await waitFor(() => {
      expect(name).toHaveFocus();
    });
    await user.type(name, 'UBND xã Giấy');
    await user.clear(classes);
    await user.type(classes, '1.250');
    await user.click(screen.getByRole('button', { name: 'Đưa vào tổng hợp' }));
    await headline('Đã tính 1 trong 1 tệp nhận được.');
    expect(session.current().decisions.typedIn).toMatchObject([
      { unit: { code: null, name: 'UBND xã Giấy' }, values: { '1.1/count': 1250 } },
    ]);
    await user.click(screen.getByRole('button', { name: 'Sửa số liệu: UBND xã Giấy' }));
    await headline('Nhập tay báo cáo giấy');
    const again = within(screen.getByRole('group', { name: /^1\.1\. / })).getAllByRole('textbox')[0];
    expect(again).toHaveValue('1250');
    await user.click(screen.getByRole('button', { name: 'Quay lại' }));
    await user.click(await screen.findByRole('button', { name: 'Bỏ phần nhập tay: UBND xã Giấy' }));
    await screen.findByRole('button', { name: 'Chọn tệp báo cáo' }, { timeout: SLOW });
    expect(session.current().decisions.typedIn).toEqual([]);
  },
  SLOW * 2,
);

test(
  'R-PCON-10 R-PCON-21 files to send again, their texts, and days of receipt confirmed one and all',
  async () => {
    const { session, saved, choose, user } = open();
    await choose(
      fileOf('a.xlsx', xa('UBND xã A', 'khá nhiều')),
      fileOf('b.xlsx', xa('UBND xã B', 2)),
      fileOf('thư.docx', new Uint8Array(9)),
    );
    await headline('Đã tính 2 trong 3 tệp nhận được.');
    await user.click(screen.getByRole('button', { name: 'Lưu danh sách (.csv)' }));
    await waitFor(() => {
      expect(saved).toEqual(['Danh sách tệp cần gửi lại.csv']);
    });
    await user.click(screen.getByRole('button', { name: 'Nội dung gửi từng đơn vị' }));
    const letter = await screen.findByRole('textbox', { name: 'Nội dung gửi UBND xã A' });
    expect((letter as HTMLTextAreaElement).value).toMatch(/^Kính gửi UBND xã A,/);
    await user.click(screen.getByRole('button', { name: 'Chép nội dung: UBND xã A' }));
    await waitFor(() => {
      expect(session.current().said?.sentence).toMatch(/chép/);
    });
    await user.click(screen.getByRole('button', { name: 'Quay lại' }));
    await user.click(await screen.findByRole('tab', { name: /^Chờ xác nhận/ }));
    expect(await screen.findByText('2 tệp chưa rõ ngày nhận.')).toBeInTheDocument();
    await user.click(screen.getByText('Từng tệp (2)'));
    const day = screen.getByRole('textbox', { name: 'Ngày nhận của UBND xã A' });
    await user.type(day, '32/10/2024{Enter}');
    expect(await screen.findByText('Đề nghị ghi ngày như 19/10/2026.')).toBeInTheDocument();
    await user.clear(day);
    await user.type(day, '15/10/2024{Enter}');
    await screen.findByText('1 tệp chưa rõ ngày nhận.', undefined, { timeout: SLOW });
    await user.click(screen.getByRole('button', { name: 'Lấy ngày lưu trong tệp (1)' }));
    await screen.findByText('Đã xác nhận ngày nhận của mọi tệp.', undefined, { timeout: SLOW });
    expect(session.current().decisions.receipts).toMatchObject({ 'a.xlsx': '2024-10-15' });
    await user.click(screen.getByRole('tab', { name: 'Biểu đồ' }));
    expect(await screen.findByRole('img', { name: /^Số tệp theo ngày nhận: 15\/10\/2024: 1;/ })).toBeInTheDocument();
  },
  SLOW * 2,
);

test('R-PCON-26 the file dialog and files held over the pane are told to the desk', async () => {
  let opened = 0;
  const hooks = { onOpened: () => (opened += 1), now: () => (clock += 60_000), beforeFile: () => Promise.resolve() };
  let clock = 0;
  const { user } = open(hooks);
  await user.click(await screen.findByRole('button', { name: 'Chọn tệp báo cáo' }));
  await waitFor(() => {
    expect(opened).toBe(1);
  });
  cleanup();
  open(hooks);
  const button = await screen.findByRole('button', { name: 'Chọn cả thư mục' });
  // In through the pane's edge, on to what lies in it: held once.
  fireEvent.dragEnter(button);
  fireEvent.dragEnter(button);
  await waitFor(() => {
    expect(opened).toBe(2);
  });
});
