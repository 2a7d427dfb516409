/** The session: what the workbook keeps comes in, goes back, and is never written over what could not be read. */
import { NO_DECISIONS } from '../../src/core/campaign/decisions';
import { findCampaign } from '../../src/catalogue/campaigns';
import { EMPTY_STATE } from '../../src/app/kept-state';
import type { Host } from '../../src/app/host';
import { ok } from '../../src/core/result';
import { SHELL_WORDS } from '../../src/messages/shell-words';
import { NOTHING_DECIDED } from '../../src/taskpane/state/session-store';
import { oneAtATime } from '../../src/taskpane/wiring/one-at-a-time';
import { FakeHost } from '../app/fake-host';
import { newSession, sessionInExcel, until } from './support/session-around';

const campaign = findCampaign('lai-chau-2024');
if (campaign === undefined) throw new Error('no campaign');

test('R-SHELL-01 nothing decided is what the schema makes of nothing', () => {
  expect(NOTHING_DECIDED).toEqual(NO_DECISIONS);
});

test('R-SHELL-01 what the workbook keeps is there after opening, and changes are saved soon after, once', async () => {
  const host = new FakeHost();
  host.state = { ...EMPTY_STATE, formId: 'phu-luc-ii/trung-lap', campaign };
  const saves: unknown[] = [];
  const save = host.saveState;
  host.saveState = (state) => {
    saves.push(state);
    return save(state);
  };
  const session = newSession(true);
  expect(session.current().isLoading).toBe(true);
  await session.attach(Promise.resolve({ host }));
  expect(session.current()).toMatchObject({
    isLoading: false,
    formId: 'phu-luc-ii/trung-lap',
    campaign,
    decisions: NO_DECISIONS,
  });
  session.keepDecisions({ ...NOTHING_DECIDED, switchedOff: ['A'] });
  session.keepDecisions({ ...NOTHING_DECIDED, switchedOff: ['A', 'B'] });
  session.chooseForm(null);
  await until(() => saves.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(saves).toHaveLength(1);
  expect(host.state).toMatchObject({ formId: null, campaign, decisions: { switchedOff: ['A', 'B'] } });
});

test('R-SHELL-01 what a quick clerk chose before the workbook was there is kept and saved', async () => {
  const host = new FakeHost();
  host.state = { ...EMPTY_STATE, formId: 'phu-luc-ii/trung-lap', campaign };
  const session = newSession(true);
  session.chooseForm('phu-luc-ii/lai-chau-2024');
  await session.attach(Promise.resolve({ host }));
  expect(session.current()).toMatchObject({ formId: 'phu-luc-ii/lai-chau-2024', campaign });
  await until(() => host.state?.formId === 'phu-luc-ii/lai-chau-2024');
});

test('R-SHELL-02 kept state that cannot be read is said and never written over', async () => {
  const host = new FakeHost();
  host.loadState = () => Promise.resolve({ ok: false, error: { code: 'newer-version', detail: null } });
  const session = newSession(true);
  await session.attach(Promise.resolve({ host }));
  expect(session.current().said?.sentence).toContain('phiên bản tiện ích mới hơn');
  session.setCampaign(campaign);
  expect(await session.saveState()).toBe(false);
  expect(host.state).toBeNull();
});

test('R-SHELL-02 an Excel that was only busy is asked again before saving, and what it keeps is not lost', async () => {
  const host = new FakeHost();
  host.state = { ...EMPTY_STATE, formId: 'phu-luc-ii/trung-lap' };
  const session = newSession(true);
  const load = host.loadState;
  host.loadState = () => {
    host.loadState = load;
    return Promise.resolve({ ok: false, error: { code: 'busy', detail: null } });
  };
  const whole: Host = host;
  await session.attach(Promise.resolve({ host: { ...whole, loadState: () => host.loadState() } }));
  session.setCampaign(campaign);
  expect(await session.saveState()).toBe(true);
  expect(host.state).toMatchObject({ formId: 'phu-luc-ii/trung-lap', campaign });
});

test('R-SHELL-02 a refused saving is told, and the choice stays in the session', async () => {
  const { session, host } = await sessionInExcel();
  host.trouble = { code: 'read-only', detail: null };
  session.setCampaign(campaign);
  expect(await session.saveState()).toBe(false);
  expect(session.current().said?.sentence).toContain('chỉ đọc');
  expect(session.current().campaign).toBe(campaign);
  expect(await session.saveState()).toBe(true);
});

test('R-SHELL-03 a workbook that cannot be opened leaves a pane that works on files', async () => {
  const session = newSession(true);
  expect(await session.attach(Promise.reject(new Error('x')))).toBeNull();
  expect(session.current()).toMatchObject({ inExcel: false, isLoading: false, said: { sentence: SHELL_WORDS.noWorkbook } });
  expect(await session.whenAttached()).toBeNull();
  session.setCampaign(campaign);
  expect(await session.saveState()).toBe(true);
});

test('R-SHELL-04 places of the menu lead back to the tab before; what was said goes with its place', () => {
  const session = newSession(false);
  let news = 0;
  const stop = session.subscribe(() => (news += 1));
  session.goTo('forms');
  session.tell('Xong.');
  session.goTo('settings');
  expect(session.current()).toMatchObject({ place: 'settings', lastTab: 'forms', said: null });
  session.tell('Xong.');
  const [first] = [session.current().said];
  session.tell('Xong.');
  expect(session.current().said).not.toBe(first);
  session.goTo('checking', { keepSaid: true });
  expect(session.current().said).toEqual({ sentence: 'Xong.' });
  stop();
  const before = news;
  session.tell(null);
  session.tell(null);
  expect(news).toBe(before);
});

test('R-SHELL-05 saving and consolidating never cross; other calls do not wait for them', async () => {
  const order: string[] = [];
  const slow = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push(`${name} ends`);
    return ok(null);
  };
  const fake: Host = new FakeHost();
  const host = oneAtATime({
    ...fake,
    replaceSummary: slow('replace'),
    saveState: slow('save'),
    selectCell: slow('select'),
    recover: () => Promise.reject(new Error('a bug')),
  });
  const failed = host.recover().catch(() => 'failed');
  await Promise.all([
    host.replaceSummary([], EMPTY_STATE, {}),
    host.saveState(EMPTY_STATE),
    host.selectCell({ name: 'A' }, 'A1'),
  ]);
  expect(await failed).toBe('failed');
  expect(order.indexOf('select begins')).toBeLessThan(order.indexOf('replace ends'));
  expect(order.filter((one) => !one.startsWith('select'))).toEqual([
    'replace begins',
    'replace ends',
    'save begins',
    'save ends',
  ]);
});
