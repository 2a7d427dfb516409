/** Filled schedules for tests: the form's own layout with the given lines, read, bound and checked. */
import { formInCampaign } from '../../src/app/form-shelf';
import { receiveCells, receiveWorkbook, type ReceiveSettings } from '../../src/app/receive-workbook';
import { findCampaign } from '../../src/catalogue/campaigns';
import { findForm, FORMS } from '../../src/catalogue/forms';
import { consolidate, type ConsolidateOptions } from '../../src/core/consolidation/consolidate';
import type { Consolidation } from '../../src/core/consolidation/consolidation';
import type { Received } from '../../src/core/consolidation/received';
import type { CellGrid } from '../../src/core/cells/cell';
import type { ListForm } from '../../src/core/forms/definition';
import type { FilledForm } from '../../src/core/forms/filled-form';
import { planSummary, type SummaryOptions } from '../../src/core/sheets/plan-summary';
import type { WorkbookPlan } from '../../src/core/sheets/sheet-plan';
import { writeXlsx } from '../../src/files/write/write-xlsx';
import { sheetWords } from '../../src/messages/sheet-words';
import { describeReason, STATE_WORDS } from '../../src/messages/submission-words';
import { describeFinding } from '../../src/messages/vi';
import { gridOf, type Plain } from './grid';
import { sha256 } from './received';

export const SCHEDULE: ListForm = (() => {
  const form = findForm('lich-dang-ky/ninh-thuan-2022');
  if (form?.kind !== 'list') throw new Error('the schedule is missing');
  return form;
})();

const campaign = findCampaign('ninh-thuan-2022');
if (campaign === undefined) throw new Error('the campaign is missing');
export const NINH_THUAN = formInCampaign(SCHEDULE, campaign);

export const SCHEDULE_SETTINGS: ReceiveSettings = {
  form: NINH_THUAN.form,
  forms: FORMS,
  expected: NINH_THUAN.expected,
  acceptProposals: false,
};

export const HEADER: readonly Plain[] = ['TT', 'Ngày', 'Địa điểm', 'Nội dung', 'Ghi chú'];

/** Excel's own date, as a reader gives it. */
export function date(iso: string): Plain {
  const serial = (Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return { kind: 'date', iso: `${iso}T00:00:00`, serial, format: 'dd/mm/yyyy' };
}

/** A schedule as rows: title, unit line, header, then the lines as given. */
export function scheduleRows(lines: readonly (readonly Plain[])[], unit = 'UBND huyện Thử Nghiệm', header = HEADER): Plain[][] {
  return [
    ['LỊCH ĐĂNG KÝ HOẠT ĐỘNG'],
    ['TUẦN LỄ HƯỞNG ỨNG HỌC TẬP SUỐT ĐỜI NĂM 2022'],
    [`UBND huyện, thành phố (hoặc Sở, ngành): ${unit}`],
    [],
    [...header],
    ...lines.map((line) => [...line]),
    [],
    [null, null, null, 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ'],
    ['(Nộp về Sở GDĐT trước ngày 01/10/2022.)'],
  ];
}

export function receivedGrid(file: string, grid: CellGrid, settings: ReceiveSettings = SCHEDULE_SETTINGS): Received {
  const workbook = { sheets: [grid], properties: { savedAt: null, title: null, creator: null, custom: {} } };
  return receiveCells(workbook, { file, hash: sha256(file + JSON.stringify(grid)), fileTime: null }, settings);
}

export function receivedSchedule(
  file: string,
  unit: string,
  lines: readonly (readonly Plain[])[],
  settings = SCHEDULE_SETTINGS,
): Received {
  return receivedGrid(file, gridOf(scheduleRows(lines, unit), { sheet: 'Lịch' }), settings);
}

/** The bound and checked list of rows. */
export function boundSchedule(
  rows: readonly (readonly Plain[])[],
  extra: Partial<CellGrid> = {},
  settings = SCHEDULE_SETTINGS,
): FilledForm {
  const received = receivedGrid('a.xlsx', gridOf(rows, { sheet: 'Lịch', ...extra }), settings);
  if (received.outcome !== 'form') throw new Error(JSON.stringify(received));
  return received.form;
}

/** "2022-10-03 Hội trường | Lễ khai mạc" per line; "?" before a day that is only proposed, "!" for one that is unreadable. */
export function linesOf(filled: FilledForm): string[] {
  return (filled.list?.entries ?? []).map(({ day, texts }) => {
    const words = [texts['session'], texts['place'], texts['content'], texts['note']]
      .filter((one) => one !== undefined)
      .join(' | ');
    const span = ({ from, to }: { from: string; to: string }): string => (from === to ? from : `${from}/${to}`);
    switch (day.state) {
      case 'certain':
        return `${span(day.span)} ${words}`;
      case 'proposed':
        return `?${day.spans.map(span).join('+')} ${words}`;
      case 'unreadable':
        return `!${day.raw} ${words}`;
      case 'absent':
        return `– ${words}`;
    }
  });
}

export function consolidateSchedules(received: readonly Received[], options: Partial<ConsolidateOptions> = {}): Consolidation {
  return consolidate(NINH_THUAN.form, received, { roster: null, expected: NINH_THUAN.expected, ...options });
}

/** "2022-10-03 UBND huyện A: Hội trường | Lễ khai mạc" per line of the calendar. */
export function calendarLines({ calendar = [] }: Consolidation): string[] {
  return calendar.map(({ unit, span, entry }) => {
    const { day } = entry;
    const raw = day.state === 'absent' ? '' : day.raw;
    const days = span === null ? `(${raw})` : span.from === span.to ? span.from : `${span.from}/${span.to}`;
    const words = ['session', 'place', 'content', 'note'].map((id) => entry.texts[id] ?? '').filter((one) => one !== '');
    return `${days} ${unit.name}: ${words.join(' | ')}`;
  });
}

export function planSchedules(consolidation: Consolidation, options: Partial<SummaryOptions> = {}): WorkbookPlan {
  return planSummary(consolidation, {
    words: sheetWords,
    year: 2022,
    attachedTo: null,
    office: { code: null, name: 'Sở Giáo dục và Đào tạo Ninh Thuận' },
    consolidatedOn: null,
    describe: describeFinding,
    describeState: (one) => ({ state: STATE_WORDS[one.state], reason: describeReason(one) }),
    ...options,
  });
}

/** Writes a consolidation as .xlsx and receives it again, as the next level does. */
export async function handUp(consolidation: Consolidation, file: string, office: string): Promise<Received> {
  const bytes = await writeXlsx(planSchedules(consolidation, { office: { code: null, name: office } }));
  return receiveWorkbook(bytes, { file, hash: sha256(file), fileTime: null }, SCHEDULE_SETTINGS);
}
