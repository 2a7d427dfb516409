/**
 * @jest-environment jsdom
 *
 * The frame of the pane: tabs, sentences, the tour, and a place that breaks without taking the others with it.
 */
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';

import { PlaceBoundary } from '../../src/taskpane/shell/broken-place';
import { Loaded } from '../../src/taskpane/shell/loaded';
import { Shell } from '../../src/taskpane/shell/shell';
import { newSession, sessionInExcel, show } from './support/session-around';

beforeEach(() => {
  localStorage.clear();
});
const seen = (): void => {
  localStorage.setItem('tong-hop/tour-seen', '1');
};

test('R-SHELL-50 tabs: arrows move and choose, Home and End go to the ends, one stop for the Tab key', async () => {
  seen();
  const user = userEvent.setup();
  const { session } = await sessionInExcel();
  show(session, <Shell consolidating={<p>Nơi tổng hợp</p>} />);
  const tabs = screen.getAllByRole('tab');
  expect(tabs.map((one) => one.textContent)).toEqual(['Mẫu', 'Kiểm tra', 'Tổng hợp', 'Báo cáo']);
  expect(tabs.filter((one) => one.tabIndex === 0).map((one) => one.textContent)).toEqual(['Tổng hợp']);
  expect(screen.getByText('Nơi tổng hợp')).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'Tổng hợp' }));
  await user.keyboard('{ArrowRight}');
  expect(session.current().place).toBe('reporting');
  expect(document.activeElement?.textContent).toBe('Báo cáo');
  await user.keyboard('{ArrowRight}');
  expect(session.current().place).toBe('forms');
  await user.keyboard('{End}');
  expect(session.current().place).toBe('reporting');
  await user.keyboard('{Home}{ArrowLeft}');
  expect(session.current().place).toBe('reporting');
  expect(screen.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe('tab-of-reporting');
});

test('R-SHELL-51 in a plain browser there is no sheet to check, so there is no tab for it', () => {
  seen();
  show(newSession(false), <Shell consolidating={null} />);
  expect(screen.getAllByRole('tab').map((one) => one.textContent)).toEqual(['Mẫu', 'Tổng hợp', 'Báo cáo']);
});

test('R-SHELL-52 a sentence is said in a place that is always there, and can be put away', async () => {
  seen();
  const user = userEvent.setup();
  const session = newSession(false);
  show(session, <Shell consolidating={null} />);
  const [place] = screen.getAllByRole('status');
  expect(place?.textContent).toBe('');
  act(() => {
    session.tell('Đã lưu.');
  });
  expect(place?.textContent).toContain('Đã lưu.');
  await user.click(screen.getByRole('button', { name: 'Đóng thông báo' }));
  expect(place?.textContent).toBe('');
});

test('R-SHELL-53 the tour comes once, can be skipped, and is found again', async () => {
  const user = userEvent.setup();
  const first = show(newSession(false), <Shell consolidating={null} />);
  const tour = screen.getByRole('region', { name: 'Hướng dẫn nhanh' });
  // It takes no focus from a clerk who wants to begin.
  expect(tour.contains(document.activeElement)).toBe(false);
  await user.click(within(tour).getByRole('button', { name: 'Tiếp' }));
  expect(document.activeElement?.tagName).toBe('H2');
  await user.click(screen.getByRole('button', { name: 'Bỏ qua' }));
  expect(screen.queryByRole('region', { name: 'Hướng dẫn nhanh' })).toBeNull();
  first.unmount();
  show(newSession(false), <Shell consolidating={null} />);
  expect(screen.queryByRole('region', { name: 'Hướng dẫn nhanh' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Thêm lựa chọn' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Xem lại hướng dẫn' }));
  expect(screen.getByRole('region', { name: 'Hướng dẫn nhanh' })).toBeTruthy();
});

test('R-SHELL-53 where the browser keeps nothing, the tour is shown again and nothing breaks', async () => {
  const user = userEvent.setup();
  const refuse = (): never => {
    throw new Error('denied');
  };
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  show(newSession(true), <Shell consolidating={null} />);
  await user.click(screen.getByRole('button', { name: 'Bỏ qua' }));
  expect(screen.queryByRole('region', { name: 'Hướng dẫn nhanh' })).toBeNull();
});

test('R-SHELL-54 a place that breaks says so without its data, and the others and the session go on', async () => {
  seen();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const user = userEvent.setup();
  const session = newSession(false);
  let broken = true;
  const Breaking = (): ReactNode => {
    if (broken) throw new Error('UBND xã Mường So ghi 450 người');
    return <p>Đã chạy</p>;
  };
  show(session, <Shell consolidating={<Breaking />} />);
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('Phần này gặp lỗi không lường trước');
  expect(alert.textContent).toContain('consolidating: Error');
  expect(alert.textContent).not.toContain('Mường So');
  await user.click(screen.getByRole('tab', { name: 'Báo cáo' }));
  expect(screen.queryByRole('alert')).toBeNull();
  await user.click(screen.getByRole('tab', { name: 'Tổng hợp' }));
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Mở lại phần này' }));
  expect(screen.getByText('Đã chạy')).toBeTruthy();
});

test('R-SHELL-54 the report is copied; where the clipboard is closed the clerk is told how', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const user = userEvent.setup();
  const Breaking = (): ReactNode => {
    throw new TypeError('x');
  };
  show(
    newSession(false),
    <PlaceBoundary place="forms">
      <Breaking />
    </PlaceBoundary>,
  );
  const copy = screen.getByRole('button', { name: 'Chép nội dung' });
  await user.click(copy);
  expect(await screen.findByText('Đã chép.')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toContain('forms: TypeError');
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  await user.click(copy);
  expect(await screen.findByText(/nhấn Ctrl\+C/)).toBeTruthy();
});

test('R-SHELL-55 a part that cannot be loaded says so, and another try loads it', async () => {
  const user = userEvent.setup();
  let tries = 0;
  const load = () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(() => <p>Có rồi</p>);
  };
  const first = show(newSession(false), <Loaded load={load} />);
  expect((await screen.findByRole('alert')).textContent).toContain('Không tải được phần này');
  await user.click(screen.getByRole('button', { name: 'Thử lại' }));
  expect(await screen.findByText('Có rồi')).toBeTruthy();
  first.unmount();
  // What is there once shows at once.
  show(newSession(false), <Loaded load={load} />);
  expect(screen.getByText('Có rồi')).toBeTruthy();
});

test('R-SHELL-56 settings lead back to the tab they were opened from', async () => {
  seen();
  const user = userEvent.setup();
  const session = newSession(false);
  show(session, <Shell consolidating={null} />);
  await user.click(screen.getByRole('tab', { name: 'Báo cáo' }));
  await user.click(screen.getByRole('button', { name: 'Thêm lựa chọn' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Trợ giúp' }));
  expect(screen.getByRole('heading', { name: 'Trợ giúp' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Quay lại' }));
  expect(session.current().place).toBe('reporting');
  expect(document.activeElement?.textContent).toBe('Báo cáo');
});
