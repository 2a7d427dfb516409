/**
 * @jest-environment jsdom
 *
 * "Mẫu tự tạo" in the pane: a table selected in the sheet becomes a form that is kept, used, saved as a file, thrown away.
 */
import './support/node-globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { confirmDraft, formAsText, learnFromSelection } from '../../src/app/learn-form';
import { LEARN_PANE_WORDS as WORDS } from '../../src/messages/learn-pane-words';
import { FormsPlace } from '../../src/taskpane/forms-place/forms-place';
import { checkDeskOf } from '../../src/taskpane/checking/session-check';
import { FakeHost } from '../app/fake-host';
import { gridOf, type Plain } from '../support/grid';
import { newSession, sessionInExcel, show, until } from './support/session-around';

const TABLE: Plain[][] = [
  ['THỐNG KÊ PHONG TRÀO'],
  ['TT', 'Nội dung', 'Đơn vị tính', 'Số lượng', 'Ghi chú'],
  [1, 'Lớp học', 'lớp', 5],
  [1.1, 'Lớp ngày', 'lớp', 3],
  [1.2, 'Lớp tối', 'lớp', 2],
  [2, 'Cuộc thi', 'cuộc', 1],
];

function hostWith(rows: Plain[][]): FakeHost {
  const host = new FakeHost();
  host.sheets.set('Trang1', gridOf(rows, { sheet: 'Trang1' }));
  host.active = 'Trang1';
  host.selection = { top: 0, left: 0, bottom: rows.length - 1, right: 4 };
  return host;
}

async function opened(rows = TABLE) {
  const { session, host } = await sessionInExcel('forms', hostWith(rows));
  const shown = show(session, <FormsPlace />);
  const section = within(screen.getByRole('region', { name: WORDS.title }));
  return { session, host, ...shown, section, user: userEvent.setup() };
}

const learned = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(screen.getByRole('button', { name: WORDS.learn }));
  await screen.findByText(WORDS.draft('Trang1!A2:E6'), undefined, { timeout: 5000 });
};

test('R-PCAM-01 R-PCAM-04 R-PCAM-07 the selected table is shown as understood, confirmed, kept with the workbook and chosen', async () => {
  const { session, host, user, section } = await opened();
  await learned(user);
  expect(document.activeElement?.textContent).toBe(WORDS.draft('Trang1!A2:E6'));
  expect(section.getByLabelText<HTMLInputElement>(/^Tên mẫu/).value).toBe('THỐNG KÊ PHONG TRÀO');
  expect(section.getByText(/có 4 dòng nội dung và 5 cột/)).toBeTruthy();
  const roles = section.getAllByLabelText(WORDS.role).map((one) => (one as HTMLSelectElement).value);
  expect(roles).toEqual(['number', 'label', 'unitOfMeasure', 'measure', 'note']);
  expect(section.getByText(/Dòng “Lớp học” có các dòng con/)).toBeTruthy();
  expect(section.getByRole('button', { name: /^1\. Lớp học/ }).textContent).toContain('là tổng của các dòng con');

  await user.clear(section.getByLabelText(/^Tên mẫu/));
  await user.click(screen.getByRole('button', { name: WORDS.confirm }));
  expect(section.getByRole('alert').textContent).toBe('Xin đặt tên cho mẫu.');
  await user.type(section.getByLabelText(/^Tên mẫu/), 'Phong trào quý I');
  await user.click(screen.getByRole('button', { name: WORDS.confirm }));

  const { formId, learnedForms, said } = session.current();
  expect([formId, learnedForms.map((one) => one.name)]).toEqual(['tu-tao/phong-trao-quy-i', ['Phong trào quý I']]);
  expect(said?.sentence).toBe(WORDS.keptAs('Phong trào quý I'));
  expect(screen.getByText(/Mẫu tự tạo từ một bảng có sẵn/)).toBeTruthy();
  expect(await session.saveState()).toBe(true);
  expect(host.state?.learnedForms?.map((one) => one.id)).toEqual([formId]);

  // And it is inserted, and checked, like any other.
  await user.click(screen.getByRole('button', { name: 'Chèn mẫu' }));
  await until(() => host.sheets.has('Mẫu tự tạo'));
  const checked = await checkDeskOf(session, host).check();
  expect(checked.ok && checked.value.formDefinition.id).toBe(formId);
}, 30_000);

test('R-PCAM-02 R-PCAM-03 columns and rows are corrected on the screen', async () => {
  const { session, user, section } = await opened();
  await learned(user);
  await user.selectOptions(section.getByLabelText(WORDS.nature), 'persons');
  await user.click(section.getByRole('button', { name: /^1\. Lớp học/ }));
  await user.selectOptions(section.getByLabelText(WORDS.rollUp), 'none');
  expect(section.getByText(WORDS.noDoubts)).toBeTruthy();
  await user.click(section.getByRole('button', { name: /^2\. Cuộc thi/ }));
  await user.selectOptions(section.getByLabelText(WORDS.parent), '0');
  await user.selectOptions(section.getByLabelText(WORDS.rowKind), 'ignored');
  const noteRole = section.getAllByLabelText(WORDS.role)[4];
  if (noteRole === undefined) throw new Error('no fifth column');
  await user.selectOptions(noteRole, 'ignored');
  await user.click(screen.getByRole('button', { name: WORDS.confirm }));
  const [form] = session.current().learnedForms;
  expect(form?.columns.map((one) => one.role)).toEqual(['number', 'label', 'unitOfMeasure', 'measure']);
  expect(form?.indicators.map(({ text, rollUp, parent }) => [text, rollUp, parent])).toEqual([
    ['Lớp học', 'none', null],
    ['Lớp ngày', null, '1'],
    ['Lớp tối', null, '1'],
  ]);
}, 30_000);

test('R-PCAM-05 what is no table, and an Excel that says no, are told; giving up changes nothing', async () => {
  const { session, host, user, section } = await opened([['Kính gửi UBND xã A'], ['Trân trọng.']]);
  await user.click(screen.getByRole('button', { name: WORDS.learn }));
  expect((await section.findByRole('alert')).textContent).toMatch(/không phải là một bảng\. Xin chọn cả bảng/);
  host.trouble = { code: 'no-selection', detail: null };
  await user.click(screen.getByRole('button', { name: WORDS.learn }));
  await until(() => session.current().said !== null);
  expect(section.queryByRole('alert')).toBeNull();

  host.sheets.set('Trang1', gridOf(TABLE, { sheet: 'Trang1' }));
  host.selection = { top: 3, left: 1, bottom: 3, right: 1 };
  await learned(user);
  await user.click(screen.getByRole('button', { name: WORDS.cancel }));
  expect(session.current()).toMatchObject({ learnedForms: [], formId: null, said: { sentence: WORDS.cancelled } });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: WORDS.learn }));
}, 30_000);

test('R-PCAM-06 a form is thrown away after a second question, saved as a file, and opened from one', async () => {
  const { session, host, user, section, saved } = await opened();
  const selection = await learnFromSelection(host);
  const made = selection.ok ? confirmDraft(selection.value, 'Phong trào', []) : null;
  if (made?.ok !== true || made.value[0] === undefined) throw new Error('no form');
  const text = formAsText(made.value[0]);
  const file = (content: string): File =>
    Object.assign(new File([content], 'mau.json'), { text: () => Promise.resolve(content) });
  const input = section.getByLabelText(WORDS.open, { selector: 'input' });
  await user.upload(input, file('{"a":1}'));
  expect((await section.findByRole('alert')).textContent).toContain('không phải là một mẫu báo cáo đầy đủ');
  await user.upload(input, file(text));
  await until(() => session.current().formId === 'tu-tao/phong-trao');
  await user.upload(input, file(text));
  expect((await section.findByRole('alert')).textContent).toContain('Mẫu trong tệp này đã có');

  await user.click(section.getByRole('button', { name: WORDS.saveOf('Phong trào') }));
  await until(() => session.current().said?.sentence.endsWith(WORDS.savedNext) === true);
  expect(saved[0]?.name).toBe('Mẫu tự tạo – Phong trào.json');
  expect(new TextDecoder().decode(saved[0]?.bytes)).toBe(text);

  await user.click(section.getByRole('button', { name: WORDS.removeOf('Phong trào') }));
  await user.click(section.getByRole('button', { name: WORDS.removeNo }));
  expect(session.current().learnedForms).toHaveLength(1);
  await user.click(section.getByRole('button', { name: WORDS.removeOf('Phong trào') }));
  await user.click(section.getByRole('button', { name: WORDS.removeYes }));
  expect(session.current()).toMatchObject({ learnedForms: [], formId: null, said: { sentence: WORDS.removed('Phong trào') } });
}, 30_000);

test('R-PCAM-06 in a plain browser there is no sheet to select in, and a saved form is opened', () => {
  show(newSession(false, 'forms'), <FormsPlace />);
  const section = within(screen.getByRole('region', { name: WORDS.title }));
  expect(section.queryByRole('button', { name: WORDS.learn })).toBeNull();
  expect(section.getByText(WORDS.explainFile)).toBeTruthy();
  expect(section.getByRole('button', { name: WORDS.open })).toBeTruthy();
});

test('R-PCAM-01 a table without a title has no name yet: what Excel calls the sheet is not offered', async () => {
  const { user, section } = await opened(TABLE.slice(1));
  await user.click(screen.getByRole('button', { name: WORDS.learn }));
  const name = await section.findByLabelText<HTMLInputElement>(/^Tên mẫu/, undefined, { timeout: 5000 });
  expect(name.value).toBe('');
}, 30_000);
