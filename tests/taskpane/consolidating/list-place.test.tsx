/**
 * "Tổng hợp" with a schedule chosen: a calendar by day, and nothing that needs figures.
 *
 * @jest-environment jsdom
 */
import '@testing-library/jest-dom';
import '../support/bytes-of-blobs';
import { openInProcess } from '../support/desk-in-process';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { planBlankWorkbook } from '../../../src/app/insert-form';
import { FORMS } from '../../../src/catalogue/forms';
import { writeXlsx } from '../../../src/files/write/write-xlsx';
import { ConsolidatePlace } from '../../../src/taskpane/consolidating/consolidate-place';
import { DeskProvider } from '../../../src/taskpane/consolidating/desk-provider';
import { SessionContext } from '../../../src/taskpane/state/session';
import { createSession } from '../../../src/taskpane/state/session-store';
import { campaignOf } from '../../support/campaigns';
import { fillCells } from '../../support/fill';

const CAMPAIGN = campaignOf('ninh-thuan-2022');
const SLOW = 20_000;

async function schedule(name: string, unit: string, cells: Readonly<Record<string, string>>): Promise<File> {
  const form = FORMS.find((one) => one.kind === 'list');
  if (form === undefined) throw new Error('no list');
  const blank = await writeXlsx(planBlankWorkbook({ form, campaign: CAMPAIGN, unit: { code: null, name: unit } }));
  const bytes = fillCells(new Uint8Array(blank), new Map(Object.entries(cells)));
  const file = new File([new Uint8Array(bytes)], name);
  // The page of the test has files without this.
  Object.defineProperty(file, 'webkitRelativePath', { value: '' });
  return file;
}

test(
  'R-PCAM-11 a list shows its calendar by day, and offers nothing that needs figures',
  async () => {
    const session = createSession({ inExcel: false, describeProblem: (problem) => Promise.resolve(problem.code) });
    session.setCampaign(CAMPAIGN);
    session.chooseForm('lich-dang-ky/ninh-thuan-2022');
    const { container } = render(
      <FluentProvider theme={webLightTheme}>
        <SessionContext.Provider value={session}>
          <DeskProvider openDesk={openInProcess()} saveFile={() => Promise.resolve('')}>
            <ConsolidatePlace />
          </DeskProvider>
        </SessionContext.Provider>
      </FluentProvider>,
    );
    const user = userEvent.setup({ applyAccept: false });
    await screen.findByText(/^Lịch đăng ký hoạt động/, { selector: 'summary' }, { timeout: SLOW });
    expect(screen.queryByRole('button', { name: /Nhập tay/ })).toBeNull();

    const input = container.querySelector<HTMLInputElement>('input[data-pick="files"]');
    if (input === null) throw new Error('no way to choose files');
    await user.upload(input, [
      await schedule('a.xlsx', 'UBND huyện Ninh Sơn', { C8: 'Hội trường', D8: 'Lễ khai mạc', C11: 'Thư viện', D11: 'Tọa đàm' }),
      await schedule('b.xlsx', 'UBND huyện Bác Ái', { C8: 'Sân vận động', D8: 'Đồng diễn' }),
    ]);
    await screen.findByRole('heading', { name: 'Đã tính 2 trong 2 tệp nhận được.' }, { timeout: SLOW });
    expect(screen.getAllByRole('tab').map((one) => one.textContent)).toEqual(['Chờ (0)', 'Tệp (2)', 'Lịch']);
    expect(screen.queryByRole('button', { name: /Nhập tay/ })).toBeNull();

    await user.click(screen.getByRole('tab', { name: 'Lịch' }));
    const days = await screen.findByRole('list', { name: 'Lịch tổng hợp theo ngày' }, { timeout: SLOW });
    expect(
      within(days)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['Ngày 01/10/2022: 2 hoạt động', 'Ngày 02/10/2022: 1 hoạt động']);
    await user.click(within(days).getByRole('button', { name: /01\/10\/2022/ }));
    expect(await within(days).findByText('UBND huyện Bác Ái')).toBeInTheDocument();
    expect(within(days).getByText('Hội trường')).toBeInTheDocument();
    expect(within(days).queryByText('Tọa đàm')).toBeNull();
  },
  SLOW,
);
