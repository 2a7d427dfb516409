/**
 * The place "Báo cáo" as a clerk meets it, over the real desk in this process.
 *
 * @jest-environment jsdom
 */
import '@testing-library/jest-dom';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';

import { NO_DECISIONS } from '../../src/core/campaign/decisions';
import { readCampaign, type Campaign } from '../../src/core/campaign/campaign';
import type { DocumentPlan } from '../../src/core/document/document-plan';
import { SHEET_ROLES } from '../../src/core/sheets/markers';
import { switchUnit } from '../../src/taskpane/consolidating/decide';
import { DeskProvider } from '../../src/taskpane/consolidating/desk-provider';
import type { DeskStore } from '../../src/taskpane/consolidating/desk-store';
import { useDesk } from '../../src/taskpane/consolidating/use-desk';
import { ReportPlace } from '../../src/taskpane/reporting/report-place';
import { photoSize } from '../../src/taskpane/reporting/photo-size';
import { SessionContext } from '../../src/taskpane/state/session';
import { createSession, type SessionStore } from '../../src/taskpane/state/session-store';
import { ToolsContext } from '../../src/taskpane/state/tools';
import { joinReports } from '../../src/taskpane/wiring/join-reports';
import type { EarlierParagraph } from '../../src/core/narrative/report-sheet/earlier-report';
import { FakeHost } from '../app/fake-host';
import { annexFile } from '../support/annex-file';
import './support/bytes-of-blobs';
import { openInProcess, picked, sampleRoster } from './support/desk-in-process';

const SLOW = 40_000;
/** What the desk makes is there within this time. In milliseconds. */
const WAIT = 8_000;
const xa = (name: string, count: number): Uint8Array => annexFile({ '1.1': [count, 100 * count], 2: [count] }, { unit: name });

interface Opened {
  readonly session: SessionStore;
  readonly store: () => DeskStore;
  readonly saved: { readonly name: string; readonly bytes: Uint8Array }[];
  readonly plans: DocumentPlan[];
  readonly user: ReturnType<typeof userEvent.setup>;
  /** Leaves the place and comes back. */
  readonly again: () => void;
}

async function open(host: FakeHost | null = null): Promise<Opened> {
  const session = createSession({
    inExcel: host !== null,
    place: 'reporting',
    describeProblem: (problem) => Promise.resolve(`problem ${problem.code}`),
  });
  const saved: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const plans: DocumentPlan[] = [];
  const openDesk = openInProcess();
  let store: DeskStore | null = null;
  const Keep = (): ReactNode => {
    [, store] = useDesk();
    return null;
  };
  const saveFile = (name: string, bytes: Uint8Array): Promise<string> => {
    saved.push({ name, bytes });
    return Promise.resolve(`Đã lưu tệp “${name}”.`);
  };
  const tools = {
    saveFile,
    writeDocument: (plan: DocumentPlan) => {
      plans.push(plan);
      return Promise.resolve(new Uint8Array([1]));
    },
    fileWork: {
      makeForm: () => Promise.reject(new Error('no worker')),
      readRows: () => Promise.reject(new Error('no worker')),
      sendOut: () => ({ archive: Promise.resolve(null), stop: () => undefined }),
    },
  };
  const Page = ({ shown }: { readonly shown: boolean }): ReactNode => (
    <FluentProvider theme={webLightTheme}>
      <SessionContext.Provider value={session}>
        <ToolsContext.Provider value={tools}>
          <DeskProvider openDesk={openDesk} saveFile={saveFile}>
            <Keep />
            {shown && <ReportPlace />}
          </DeskProvider>
        </ToolsContext.Provider>
      </SessionContext.Provider>
    </FluentProvider>
  );
  const user = userEvent.setup({ applyAccept: false });
  const { rerender } = render(<Page shown />);
  if (host !== null)
    await act(async () => {
      await session.attach(Promise.resolve({ host }));
    });
  return {
    session,
    saved,
    plans,
    user,
    store: () => {
      if (store === null) throw new Error('no desk');
      return store;
    },
    again: () => {
      rerender(<Page shown={false} />);
      rerender(<Page shown />);
    },
  };
}

const add = (store: DeskStore, ...files: readonly (readonly [string, number])[]): void => {
  act(() => {
    store.add(
      files.map(([name, count]) => {
        const path = `${name}.xlsx`;
        return { path, file: picked(path, xa(`UBND xã ${name}`, count)).file };
      }),
      false,
    );
  });
};
/** The head of a picture, which is all that is looked at. */
function pngOf(width: number, height: number): Uint8Array {
  const png = new Uint8Array(24);
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  new DataView(png.buffer).setUint32(16, width);
  new DataView(png.buffer).setUint32(20, height);
  return png;
}

const withRoster = (): Campaign => {
  const read = readCampaign({ id: 'thu', name: 'Đợt thử', year: 2024, roster: { units: sampleRoster() } });
  if (!read.ok) throw new Error('no campaign');
  return read.value.campaign;
};
/** A paragraph that says this, whatever buttons stand in it. */
const scope = async (text: string): Promise<void> => {
  await waitFor(
    () => {
      expect([...document.querySelectorAll('p')].map((one) => one.textContent).join('\n')).toContain(text);
    },
    { timeout: WAIT },
  );
};
const section = (name: RegExp): HTMLElement => screen.getByRole('region', { name });
const said = (session: SessionStore): string | undefined => session.current().said?.sentence;

afterEach(cleanup);

test(
  'R-PREP-01 R-PREP-02 nothing consolidated says what to do; then sections, states, and blanks without a campaign',
  async () => {
    const { session, store, user } = await open();
    expect(screen.getByRole('heading', { name: 'Chưa có gì để lập báo cáo' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Mở phần “Tổng hợp”' }));
    expect(session.current().place).toBe('consolidating');
    add(store(), ['A', 3], ['B', 4]);
    await scope('được tổng hợp từ số liệu của 02 đơn vị');
    expect(screen.getByText(/^Chưa chọn đợt báo cáo, nên tên cơ quan/)).toBeInTheDocument();
    const headings = screen.getAllByRole('heading').map((one) => one.textContent);
    expect(headings.filter((one) => /^(?:Mở đầu|I\.|1\.|II\.|III\.|Kết thúc)/.test(one))).toHaveLength(8);
    expect(screen.getAllByText('Tự động').length).toBeGreaterThan(2);
    expect(screen.getAllByText('Cần bổ sung').length).toBeGreaterThan(0);
    expect(screen.getByText(/^Chưa có danh sách đơn vị nên chưa biết cần đôn đốc ai/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /trang tính “Báo cáo”/ })).toBeNull();
  },
  SLOW,
);

test(
  'R-PREP-03 R-PREP-09 what was edited or pinned survives a late file and a unit left out; its figures are marked',
  async () => {
    const { session, store, user, again } = await open();
    add(store(), ['A', 3], ['B', 4]);
    await scope('được tổng hợp từ số liệu của 02 đơn vị');
    await user.click(screen.getByRole('button', { name: /^Sửa đoạn: Kết quả dưới đây/ }));
    const box = screen.getByRole('textbox', { name: 'Nội dung đoạn' });
    await waitFor(() => {
      expect(box).toHaveFocus();
    });
    await user.clear(box);
    await user.type(box, 'Qua tổng hợp của 02 đơn vị, kết quả như sau.{Control>}{Enter}{/Control}');
    const edit = screen.getByRole('button', { name: /^Sửa đoạn: Qua tổng hợp/ });
    expect(edit).toHaveFocus();
    expect(said(session)).toBe('Đã sửa đoạn. Lần lập báo cáo sau giữ nguyên đoạn này.');
    // Left and come back: still there.
    again();
    await scope('Qua tổng hợp của 02 đơn vị, kết quả như sau.');
    add(store(), ['C', 5]);
    await screen.findByText('Đang ghi 02, số liệu mới là 03.', undefined, { timeout: WAIT });
    await scope('Qua tổng hợp của 02 đơn vị, kết quả như sau.');
    expect(screen.getByText('1 đoạn đã sửa hoặc ghim có số liệu không còn mới. Đề nghị xem lại.')).toBeInTheDocument();
    await scope('12 tin, bài');
    await user.click(screen.getByRole('button', { name: 'Ghi số mới 03 thay cho 02' }));
    await scope('Qua tổng hợp của 03 đơn vị, kết quả như sau.');
    expect(screen.queryByText(/^Đang ghi 02/)).toBeNull();
    act(() => {
      store().decide(switchUnit({ code: null, name: 'UBND xã C' }, false));
    });
    await screen.findByText('Đang ghi 03, số liệu mới là 02.', undefined, { timeout: WAIT });
    await waitFor(() => {
      expect(
        screen.queryByText((_c, element) => element?.tagName === 'P' && element.textContent.includes('12 tin, bài')),
      ).toBeNull();
    });
    // Given up: the generated words of now come back.
    await user.click(screen.getByRole('button', { name: /^Sửa đoạn: Qua tổng hợp/ }));
    await user.click(screen.getByRole('button', { name: 'Lấy lại bản tự động' }));
    await scope('được tổng hợp từ số liệu của 02 đơn vị');
    expect(session.current().decisions).not.toEqual(NO_DECISIONS);
  },
  SLOW * 2,
);

test(
  'R-PREP-04 pinned, hidden, shown, moved by keyboard, added and removed; the keyboard stays where the clerk is',
  async () => {
    const { session, store, user } = await open();
    add(store(), ['A', 3], ['B', 4]);
    await scope('được tổng hợp từ số liệu của 02 đơn vị');
    const results = section(/Kết quả đạt được/);
    const rows = (): (string | null)[] =>
      within(results)
        .getAllByRole('listitem')
        .map((one) => one.querySelector('p')?.textContent ?? null);
    const before = rows();
    expect(before.length).toBeGreaterThan(2);
    const first = within(results).getAllByRole('button', { name: /^Sửa đoạn/ })[0];
    if (first === undefined) throw new Error('no paragraph');
    first.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: 'Nội dung đoạn' })).toHaveFocus();
    });
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(said(session)).toMatch(/^Đã chuyển: đoạn 2 trong/);
    expect(screen.getByRole('textbox', { name: 'Nội dung đoạn' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(rows().slice(0, 2)).toEqual([before[1], before[0]]);
    await user.click(within(results).getAllByRole('button', { name: /^Sửa đoạn/ })[0] ?? first);
    await user.click(screen.getByRole('button', { name: 'Ghim' }));
    expect(within(results).getByText('Ghim')).toBeInTheDocument();
    await user.click(within(results).getAllByRole('button', { name: /^Sửa đoạn/ })[1] ?? first);
    await user.click(screen.getByRole('button', { name: 'Ẩn khỏi báo cáo' }));
    const back = within(results).getByRole('button', { name: /^Hiện lại/ });
    expect(back).toHaveFocus();
    await user.click(back);
    expect(within(results).queryByRole('button', { name: /^Hiện lại/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Thêm đoạn vào phần .*Kết quả đạt được/ }));
    await user.type(screen.getByRole('textbox', { name: 'Nội dung đoạn mới' }), 'Một đoạn của cơ quan.');
    await user.click(screen.getByRole('button', { name: 'Thêm vào báo cáo' }));
    expect(within(results).getByRole('button', { name: 'Sửa đoạn: Một đoạn của cơ quan.' })).toHaveFocus();
    add(store(), ['C', 5]);
    await scope('được tổng hợp từ số liệu của 03 đơn vị');
    const after = section(/Kết quả đạt được/);
    expect(within(after).getByText('Ghim · Cần xem lại')).toBeInTheDocument();
    await user.click(within(after).getByRole('button', { name: 'Sửa đoạn: Một đoạn của cơ quan.' }));
    await user.click(screen.getByRole('button', { name: 'Xóa đoạn này' }));
    expect(screen.queryByText('Một đoạn của cơ quan.')).toBeNull();
    expect(document.activeElement).toHaveAccessibleName(/^Thêm đoạn vào phần/);
  },
  SLOW * 2,
);

test(
  'R-PREP-05 a figure shows its facts, units, sheets and cells; Escape leads back to it',
  async () => {
    const { store, user } = await open();
    add(store(), ['A', 3], ['B', 4]);
    await scope('được tổng hợp từ số liệu của 02 đơn vị');
    const [figure] = screen.getAllByRole('button', { name: '700. Xem nguồn của số này' });
    if (figure === undefined) throw new Error('no figure');
    await user.click(figure);
    const heading = await screen.findByRole('heading', { name: 'Nguồn của số liệu: 700' });
    expect(heading).toHaveFocus();
    const lines = within(screen.getByRole('list', { name: 'Đơn vị, trang tính, ô' })).getAllByRole('listitem');
    expect(lines.map((one) => one.textContent)).toEqual([
      expect.stringMatching(/^UBND xã B400B\.xlsx.*ô [A-Z]+\d+ · ghi “400”$/),
      expect.stringMatching(/^UBND xã A300A\.xlsx.*ô [A-Z]+\d+ · ghi “300”$/),
    ]);
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.getAllByRole('button', { name: '700. Xem nguồn của số này' })[0]).toHaveFocus();
    });
    const [count] = screen.getAllByRole('button', { name: '02. Xem nguồn của số này' });
    if (count === undefined) throw new Error('no figure');
    await user.click(count);
    await screen.findByText('Số đơn vị dưới đây.');
    expect(screen.getByText('UBND xã A')).toBeInTheDocument();
  },
  SLOW,
);

test(
  'R-PREP-06 R-PREP-07 choices and last year rewrite what was not touched; a wrong file is answered',
  async () => {
    const { session, store, user, plans, saved } = await open();
    act(() => {
      session.setCampaign(withRoster());
    });
    add(store(), ['Suối Ngân', 3], ['Bãi Phượng', 4]);
    await scope('đơn vị trong danh sách');
    await user.click(screen.getByText('Cách viết báo cáo'));
    await user.click(screen.getByRole('checkbox', { name: 'Có dòng “Kính gửi”' }));
    await user.click(screen.getByRole('radio', { name: 'Không nêu' }));
    const silent = screen.getByRole('group', { name: 'Nội dung chưa đơn vị nào báo cáo' });
    const row = within(silent).getAllByRole('checkbox')[0];
    if (row === undefined) throw new Error('no silent row');
    await user.click(row);
    await scope('chưa được đơn vị nào triển khai');
    const input = document.querySelector<HTMLInputElement>('input[data-pick="last-year"]');
    if (input === null) throw new Error('no input');
    const before = annexFile({ '1.1': [2, 100], 2: [20] }, { unit: 'UBND tỉnh' });
    const lastYear = picked('năm trước.xlsx', before).file;
    await user.upload(input, lastYear);
    await waitFor(
      () => {
        expect(said(session)).toBe('Đã lấy số liệu năm trước từ “năm trước.xlsx”.');
      },
      { timeout: WAIT },
    );
    await scope('so với năm trước');
    const bad = new File([new Uint8Array([1, 2, 3])], 'thư.docx');
    await user.upload(input, bad);
    await waitFor(
      () => {
        expect(said(session)).toMatch(/^Không đọc được tệp “thư\.docx”/);
      },
      { timeout: WAIT },
    );
    const photos = document.querySelector<HTMLInputElement>('input[data-pick="photos"]');
    if (photos === null) throw new Error('no input');
    await user.upload(photos, [
      new File([new Uint8Array(pngOf(640, 480))], 'lễ.png'),
      new File([new Uint8Array(9)], 'x.png'),
    ]);
    await waitFor(() => {
      expect(said(session)).toBe('Đã thêm 1 ảnh. Không dùng được “x.png”: chỉ nhận ảnh .png hoặc .jpg, mỗi ảnh không quá 10 MB.');
    });
    await user.type(screen.getByRole('textbox', { name: 'Chú thích của ảnh lễ.png' }), 'Lễ khai mạc');
    await user.click(screen.getByRole('button', { name: 'Lưu thành Word (.docx)' }));
    await waitFor(
      () => {
        expect(saved.map((one) => one.name)).toEqual(['Báo cáo kết quả năm 2024.docx']);
      },
      { timeout: WAIT },
    );
    expect(plans[0]?.addressees).toEqual([]);
    expect(plans[0]?.annexes.flatMap((one) => one.photos)).toMatchObject([{ width: 640, height: 480, caption: 'Lễ khai mạc' }]);
    await user.click(screen.getByRole('button', { name: 'Công văn đôn đốc (.docx)' }));
    await waitFor(
      () => {
        expect(plans[1]?.kind).toBe('official-letter');
      },
      { timeout: WAIT },
    );
    await user.click(screen.getByRole('button', { name: 'Danh sách cần đôn đốc (.xlsx)' }));
    await waitFor(
      () => {
        expect(saved.map((one) => one.name).slice(1)).toEqual([
          'Công văn đôn đốc năm 2024.docx',
          'Danh sách cần đôn đốc năm 2024.xlsx',
        ]);
      },
      { timeout: WAIT },
    );
    expect(String.fromCharCode(...(saved[2]?.bytes.slice(0, 2) ?? []))).toBe('PK');
  },
  SLOW * 2,
);

/** Types over a text in the report sheet of the workbook, as the clerk would. */
function typeIntoSheet(host: FakeHost, part: string, after: string): void {
  host.own = host.own.map((sheet) =>
    sheet.role !== SHEET_ROLES.report
      ? sheet
      : {
          ...sheet,
          grid: {
            ...sheet.grid,
            rows: sheet.grid.rows.map((row) => ({
              ...row,
              cells: row.cells.map((cell) =>
                cell.column === 1 && cell.value.kind === 'text' && cell.value.value.includes(part)
                  ? { ...cell, value: { kind: 'text' as const, value: after } }
                  : cell,
              ),
            })),
          },
        },
  );
}

test(
  'R-PREP-08 in Excel: put into the sheet, read back with what was typed there, joined with edits of the pane, opened anew',
  async () => {
    const host = new FakeHost();
    const first = await open(host);
    add(first.store(), ['A', 3], ['B', 4]);
    await scope('được tổng hợp từ số liệu của 02 đơn vị');
    await first.user.click(screen.getByRole('button', { name: 'Đưa vào trang tính “Báo cáo”' }));
    await waitFor(
      () => {
        expect(said(first.session)).toBe('Đã đưa báo cáo vào trang “Báo cáo”, cùng số liệu mới nhất ở trang “Tổng hợp”.');
      },
      { timeout: WAIT },
    );
    await screen.findByText('Trang “Báo cáo” đã có những sửa đổi này.', undefined, { timeout: WAIT });
    expect(host.own.map((one) => one.role)).toContain(SHEET_ROLES.report);
    typeIntoSheet(host, 'Trên đây là báo cáo', 'Câu kết do người dùng gõ trong trang tính.');
    await first.user.click(screen.getByRole('button', { name: /^Sửa đoạn: Kết quả dưới đây/ }));
    const box = screen.getByRole('textbox', { name: 'Nội dung đoạn' });
    await first.user.clear(box);
    await first.user.type(box, 'Câu sửa trong khung.');
    await first.user.click(screen.getByRole('button', { name: 'Xong' }));
    expect(screen.getByText('Những sửa đổi ở đây chưa có trong trang tính.')).toBeInTheDocument();
    await first.user.click(screen.getByRole('button', { name: 'Cập nhật trang tính “Báo cáo”' }));
    await scope('Câu kết do người dùng gõ trong trang tính.');
    await scope('Câu sửa trong khung.');
    // A figure of a total leads to its cell in the workbook.
    const [figure] = screen.getAllByRole('button', { name: '700. Xem nguồn của số này' });
    if (figure === undefined) throw new Error('no figure');
    await first.user.click(figure);
    await first.user.click(await screen.findByRole('button', { name: /^Đến ô [A-Z]+\d+ của trang “Tổng hợp”$/ }));
    expect(said(first.session)).toMatch(/^Đã chọn ô [A-Z]+\d+ của trang “Tổng hợp”\.$/);
    await act(() => first.session.saveState());
    cleanup();

    const second = await open(host);
    await scope('Câu sửa trong khung.');
    await scope('Câu kết do người dùng gõ trong trang tính.');
    add(second.store(), ['C', 5]);
    await scope('12 tin, bài');
    await scope('Câu sửa trong khung.');
    host.trouble = { code: 'workbook-protected', detail: null };
    await second.user.click(screen.getByRole('button', { name: 'Cập nhật trang tính “Báo cáo”' }));
    await waitFor(
      () => {
        expect(said(second.session)).toBe('problem workbook-protected');
      },
      { timeout: WAIT },
    );
    await scope('Câu sửa trong khung.');
  },
  SLOW * 2,
);

const paragraph = (id: string, text: string, state: EarlierParagraph['state'] = 'auto'): EarlierParagraph => ({
  ...{ id, text, state, section: 'results', kind: 'paragraph', title: null },
  base: { text, figures: [] },
  texts: [],
});

test('R-PREP-10 of two reports edited at the same time, each keeps what only it changed; where both did, the pane counts', () => {
  const seen = { paragraphs: ['a', 'b', 'c', 'd'].map((id) => paragraph(id, id)), deleted: [] };
  const now = {
    paragraphs: [
      paragraph('a', 'sheet a', 'edited'),
      paragraph('b', 'sheet b', 'edited'),
      paragraph('new', 'row', 'added'),
      paragraph('c', 'c'),
    ],
    deleted: ['d'],
  };
  const pane = {
    paragraphs: [
      paragraph('c', 'c', 'hidden'),
      paragraph('a', 'a'),
      paragraph('b', 'pane b', 'edited'),
      paragraph('d', 'd'),
      paragraph('own', 'x', 'added'),
    ],
    deleted: [],
  };
  const joined = joinReports(seen, now, pane);
  expect(joined.paragraphs.map((one) => `${one.id}: ${one.text} ${one.state}`)).toEqual([
    'c: c hidden',
    'a: sheet a edited',
    'b: pane b edited',
    'new: row added',
    'own: x added',
  ]);
  expect(joined.deleted).toEqual(['d']);
  expect(joinReports(seen, seen, pane).paragraphs).toEqual(pane.paragraphs);
});

test('R-PREP-11 a photo is known by its own bytes, with its size; anything else, cut short or not, is none', () => {
  const png = pngOf(640, 480);
  expect(photoSize(png)).toEqual({ type: 'png', width: 640, height: 480 });
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 1, 0x2c, 2, 0x58, 3, 0, 0]);
  expect(photoSize(jpeg)).toEqual({ type: 'jpeg', width: 600, height: 300 });
  for (const bytes of [new Uint8Array(0), png.slice(0, 20), jpeg.slice(0, 12), new Uint8Array([0x47, 0x49, 0x46, 0x38])])
    expect(photoSize(bytes)).toBeNull();
});
