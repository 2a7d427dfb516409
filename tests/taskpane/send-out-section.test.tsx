/**
 * @jest-environment jsdom
 *
 * "Gửi mẫu" in the pane: asks for a roster first, shows how far it is, can be stopped, and hands the archive over.
 */
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { officialRoster, withRoster } from '../../src/app/roster-sheet';
import type { SendOutOrder } from '../../src/app/send-out';
import { SendOutSection } from '../../src/taskpane/forms-place/send-out-section';
import type { SessionStore } from '../../src/taskpane/state/session-store';
import type { FileWork } from '../../src/taskpane/state/tools';
import { FORM } from '../support/annex';
import { campaignOf } from '../support/campaigns';
import { sessionInExcel, show, until } from './support/session-around';

const CAMPAIGN = campaignOf('lai-chau-2024');

/** Work that a test drives by hand. */
function drivenWork(): {
  readonly work: FileWork;
  readonly orders: SendOutOrder[];
  progress: (done: number) => void;
  finish: (bytes: Uint8Array<ArrayBuffer>) => void;
  fail: () => void;
} {
  const driven = {
    orders: [] as SendOutOrder[],
    progress: (_done: number): void => undefined,
    finish: (_bytes: Uint8Array<ArrayBuffer>): void => undefined,
    fail: (): void => undefined,
  };
  const work: FileWork = {
    makeForm: () => Promise.reject(new Error('not asked')),
    readRows: () => Promise.reject(new Error('not asked')),
    sendOut: (order, onProgress) => {
      driven.orders.push(order);
      driven.progress = onProgress;
      let stop = (): void => undefined;
      const archive = new Promise<Uint8Array<ArrayBuffer> | null>((resolve, reject) => {
        driven.finish = resolve;
        driven.fail = () => {
          reject(new Error('RangeError'));
        };
        stop = () => {
          resolve(null);
        };
      });
      return { archive, stop };
    },
  };
  return Object.assign(driven, { work });
}

async function shown(): Promise<{
  session: SessionStore;
  saved: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  driven: ReturnType<typeof drivenWork>;
}> {
  const { session } = await sessionInExcel('forms');
  session.setCampaign(withRoster(CAMPAIGN, await officialRoster('12')));
  const driven = drivenWork();
  const { saved } = show(session, <SendOutSection form={FORM} />, driven.work);
  return { session, saved, driven };
}

test('R-SEND-12 without a roster the pane asks for one and leads there', async () => {
  const { session } = await sessionInExcel('forms');
  session.setCampaign(CAMPAIGN);
  show(session, <SendOutSection form={FORM} />);
  expect(screen.queryByRole('button', { name: /Lập tệp mẫu/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Lập danh sách đơn vị' }));
  expect(session.current().place).toBe('settings');
});

test('R-SEND-13 with a roster one press makes the archive: progress is shown, the file handed over, the order is the roster', async () => {
  const { session, saved, driven } = await shown();
  expect(screen.getByText(/Lập 38 tệp/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Lập tệp mẫu (.zip)' }));
  expect(driven.orders.map((order) => [order.units.length, order.campaign?.id, order.form.id])).toEqual([
    [38, 'lai-chau-2024', FORM.id],
  ]);
  act(() => {
    driven.progress(20);
  });
  expect(screen.getByText('Đã lập 20/38 tệp…')).toBeTruthy();
  await act(async () => {
    driven.finish(new Uint8Array([80, 75]));
    await Promise.resolve();
  });
  await until(() => saved.length === 1);
  expect(saved.map((one) => [one.name, one.bytes.length])).toEqual([['Gửi mẫu Phụ lục II năm 2024.zip', 2]]);
  expect(session.current().said?.sentence).toMatch(/Đã lưu 38 tệp mẫu/);
  expect(screen.getByRole('button', { name: 'Lập tệp mẫu (.zip)' })).toBeTruthy();
});

test('R-SEND-14 stopping saves nothing and says so; a failure has a sentence and a way on', async () => {
  const { session, saved, driven } = await shown();
  await userEvent.click(screen.getByRole('button', { name: 'Lập tệp mẫu (.zip)' }));
  await userEvent.click(screen.getByRole('button', { name: 'Dừng' }));
  await until(() => (session.current().said?.sentence ?? '').includes('Đã dừng'));
  await userEvent.click(await screen.findByRole('button', { name: 'Lập tệp mẫu (.zip)' }));
  await act(async () => {
    driven.fail();
    await Promise.resolve();
  });
  await until(() => (session.current().said?.sentence ?? '').includes('chia danh sách'));
  expect(saved).toEqual([]);
});
