/**
 * @jest-environment jsdom
 *
 * The settings of a campaign: what is typed is kept at once, what cannot be read is not; rosters and campaign files.
 */
import { TextDecoder, TextEncoder } from 'node:util';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { fail, ok } from '../../src/core/result';
import { SettingsPlace } from '../../src/taskpane/settings/settings-place';
import type { SessionStore } from '../../src/taskpane/state/session-store';
import type { FileWork } from '../../src/taskpane/state/tools';
import { findCampaign } from '../../src/catalogue/campaigns';
import { newSession, show } from './support/session-around';

const laiChau = findCampaign('lai-chau-2024');
if (laiChau === undefined) throw new Error('no campaign');

beforeAll(() => {
  // jsdom has none.
  Object.assign(globalThis, { TextEncoder, TextDecoder });
});

function open(fileWork?: FileWork): {
  readonly session: SessionStore;
  readonly saved: readonly { name: string; bytes: Uint8Array }[];
} {
  const session = newSession(false, 'settings');
  session.setCampaign(laiChau ?? null);
  const { saved } = show(session, <SettingsPlace />, fileWork);
  return { session, saved };
}
const campaign = (session: SessionStore) => {
  const found = session.current().campaign;
  if (found === null) throw new Error('no campaign');
  return found;
};
/** As `waitFor`, which lets the screen catch up. */
const until = (condition: () => boolean): Promise<void> =>
  waitFor(() => {
    if (!condition()) throw new Error('not yet');
  });
const said = (session: SessionStore): string => session.current().said?.sentence ?? '';

test('R-SHELL-60 without a campaign one is chosen first; it is kept at once and can be taken back', async () => {
  const user = userEvent.setup();
  const session = newSession(false, 'settings');
  show(session, <SettingsPlace />);
  expect(screen.getByText(/Xin chọn một đợt có sẵn/)).toBeTruthy();
  await user.click(
    screen
      .getAllByRole('radio', { hidden: true })
      .find((one) => (one as HTMLInputElement).value === 'lai-chau-2024')!,
  );
  expect(campaign(session).id).toBe('lai-chau-2024');
  await user.click(
    screen.getAllByRole('radio', { hidden: true }).find((one) => (one as HTMLInputElement).value === 'trong-2026')!,
  );
  expect(campaign(session).id).toBe('trong-2026');
  await user.click(screen.getByRole('button', { name: 'Trở lại đợt trước' }));
  expect(campaign(session).id).toBe('lai-chau-2024');
});

test('R-SHELL-60 what is typed is kept when the field is left; what cannot be read stays there with a sentence', async () => {
  const user = userEvent.setup();
  const { session } = open();
  const year = screen.getByLabelText('Năm');
  await user.clear(year);
  await user.type(year, '20x4');
  await user.tab();
  expect(screen.getByText(/Xin ghi năm bằng bốn chữ số/)).toBeTruthy();
  expect((year as HTMLInputElement).value).toBe('20x4');
  expect(campaign(session).year).toBe(2024);
  await user.clear(year);
  await user.type(year, '2023{Enter}');
  expect(campaign(session).year).toBe(2023);
  // Contradictions are said at the top.
  expect(screen.getByText(/Tuần lễ diễn ra ngày/)).toBeTruthy();
  const deadline = screen.getByLabelText(/^Hạn báo cáo kết quả/);
  await user.clear(deadline);
  await user.type(deadline, '16g00 ngày 22/10/2024');
  await user.tab();
  expect(campaign(session).steps[0]?.deadline).toEqual({ kind: 'until', date: '2024-10-22', time: '16:00' });
  expect(screen.getByText('Còn đúng hạn đến 16:00 ngày 22/10/2024.')).toBeTruthy();
});

test('R-SHELL-60 one day of the week waits for the other', async () => {
  const user = userEvent.setup();
  const { session } = open();
  const from = screen.getByLabelText('Tuần lễ từ ngày');
  await user.clear(from);
  await user.tab();
  expect(campaign(session).week).toEqual(laiChau.week);
  expect(screen.getByText('Xin ghi cả ngày đầu và ngày cuối, hoặc để trống cả hai.')).toBeTruthy();
  const to = screen.getByLabelText('Đến ngày');
  await user.clear(to);
  await user.tab();
  expect(campaign(session).week).toBeNull();
});

test('R-SHELL-61 pasted lists: taken with a sentence, refused when empty, and the list of before comes back', async () => {
  const user = userEvent.setup();
  const { session } = open();
  const paste = screen.getByLabelText('Dán danh sách từ Excel hoặc Word');
  fireEvent.change(paste, { target: { value: 'UBND xã A\nUBND xã B\nUBND xã A' } });
  await user.click(screen.getByRole('button', { name: 'Nhận danh sách đã dán' }));
  expect(campaign(session).roster.units.map((one) => one.name)).toEqual(['UBND xã A', 'UBND xã B']);
  expect(said(session)).toBe('Đã nhận 2 đơn vị báo cáo.');
  expect(screen.getByText(/Tên “UBND xã A” ở dòng 3/)).toBeTruthy();
  fireEvent.change(paste, { target: { value: '\t\t\n 12 ' } });
  await user.click(screen.getByRole('button', { name: 'Nhận danh sách đã dán' }));
  expect(campaign(session).roster.units).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Xóa danh sách' }));
  expect(campaign(session).roster.units).toEqual([]);
  expect(screen.getByText('Chưa có đơn vị nào trong danh sách.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Trở lại danh sách trước' }));
  expect(campaign(session).roster.units).toHaveLength(2);
});

test('R-SHELL-61 the official list takes a province and one press; another campaign keeps the list', async () => {
  const user = userEvent.setup();
  const { session } = open();
  const provinces = screen.getByLabelText('Tỉnh, thành phố');
  await within(provinces).findByRole('option', { name: 'Thành phố Hà Nội' });
  await user.selectOptions(provinces, 'Thành phố Hà Nội');
  await user.click(screen.getByRole('button', { name: 'Lấy các xã, phường' }));
  await until(() => campaign(session).roster.units.length === 126);
  expect(campaign(session).roster.units[0]).toMatchObject({
    code: '00004',
    name: 'UBND phường Ba Đình',
    superior: 'Thành phố Hà Nội',
  });
  await user.click(
    screen.getAllByRole('radio', { hidden: true }).find((one) => (one as HTMLInputElement).value === 'trong-2026')!,
  );
  expect(campaign(session)).toMatchObject({ id: 'trong-2026' });
  expect(campaign(session).roster.units).toHaveLength(126);
});

test('R-SHELL-61 a file that is no list gets the sentence of its refusal', async () => {
  const readRows = jest
    .fn<ReturnType<FileWork['readRows']>, [File]>()
    .mockResolvedValueOnce(fail({ code: 'password', detail: null }))
    .mockResolvedValueOnce(ok([['UBND xã C']]))
    .mockRejectedValueOnce(new Error('ended'));
  const sendOut: FileWork['sendOut'] = () => ({ archive: Promise.resolve(null), stop: () => undefined });
  const { session } = open({ makeForm: () => Promise.reject(new Error('x')), readRows, sendOut });
  const input = document.querySelector<HTMLInputElement>('[data-pick="roster"]');
  if (input === null) throw new Error('no input');
  const choose = (): void => {
    fireEvent.change(input, { target: { files: [new File(['x'], 'ds.xlsx')] } });
  };
  choose();
  await until(() => said(session).includes('mật khẩu'));
  choose();
  await until(() => campaign(session).roster.units.length === 1);
  choose();
  await until(() => said(session).includes('Không đọc được tệp này'));
  expect(campaign(session).roster.units).toHaveLength(1);
});

test('R-SHELL-62 a campaign goes into a file and comes back; what is no campaign changes nothing', async () => {
  const user = userEvent.setup();
  const { session, saved } = open();
  await user.click(screen.getByRole('button', { name: 'Lưu đợt báo cáo thành tệp' }));
  expect(saved[0]?.name).toBe('lai-chau-2024.json');
  const text = new TextDecoder().decode(saved[0]?.bytes);
  const input = document.querySelector<HTMLInputElement>('[data-pick="campaign"]');
  if (input === null) throw new Error('no input');
  const choose = (content: string): void => {
    const file = new File([content], 'dot.json');
    // jsdom's files cannot be read as text.
    Object.assign(file, { text: () => Promise.resolve(content) });
    fireEvent.change(input, { target: { files: [file] } });
  };
  choose('{"id": ');
  await until(() => said(session).includes('không phải là tệp đợt báo cáo'));
  choose('{"id":"x","name":"X","year":"năm nay"}');
  await until(() => said(session).includes('(year)'));
  expect(campaign(session)).toBe(laiChau);
  choose(text.replace('"year": 2024', '"year": 2025'));
  await until(() => campaign(session).year === 2025);
  expect(said(session)).toBe('Đã mở tệp đợt báo cáo.');
});
