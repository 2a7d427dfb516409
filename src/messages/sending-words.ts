/** Words of the workbooks that are sent out: their guide, and what the command line says of sending. */
import { formatNumber } from '../core/cells/number-format';
import { formatVietnameseDate } from '../core/cells/vietnamese-dates';
import type { Deadline } from '../core/campaign/deadline';
import type { GuideContent, GuideWords } from '../core/sheets/plan-guide';

/** "trước ngày 20/10/2024", "chậm nhất 16 giờ 00 phút ngày 13/10/2022". */
export function describeDeadline({ kind, date, time }: Deadline): string {
  const day = `ngày ${formatVietnameseDate(date)}`;
  const [hours = '', minutes = ''] = time?.split(':') ?? [];
  const moment = time === undefined ? day : `${hours} giờ ${minutes} phút ${day}`;
  return `${kind === 'before' ? 'trước' : 'chậm nhất'} ${moment}`;
}

/** Offices and lists go on within a sentence; those that close with a mark of their own need no second one. */
function closed(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

const HOW_TO_FILL: Readonly<Record<GuideContent['fills'], (content: GuideContent) => readonly string[]>> = {
  figures: ({ form, asksMoney }) => [
    `Ghi số liệu vào trang “${form}”. Chỉ gõ vào các ô để trống; tên các dòng, các cột của mẫu đã được khóa để không bị sửa nhầm.`,
    'Mỗi ô ghi một số nguyên, chỉ gồm chữ số, không kèm chữ. Không phát sinh thì ghi 0; không có thông tin thì để trống.',
    ...(asksMoney ? ['Kinh phí ghi trọn số tiền bằng đồng. Ví dụ 5 triệu đồng: ghi 5000000.'] : []),
    'Hoạt động không có dòng riêng trong mẫu xin ghi ở dòng cuối hoặc cột “Ghi chú”; không thêm cột, không đổi thứ tự các dòng.',
  ],
  lines: ({ form }) => [
    `Ghi vào trang “${form}”, mỗi việc một dòng; thiếu dòng thì chèn thêm, dòng không dùng thì để trống.`,
    'Ngày ghi đủ ngày, tháng, năm (ví dụ 03/10/2026); mỗi ô chỉ ghi một nội dung. Không thêm cột, không đổi tên các cột.',
  ],
};

export const guideWords: GuideWords = {
  sheetName: 'Hướng dẫn',
  title: 'HƯỚNG DẪN GHI VÀ GỬI BÁO CÁO',
  facts: ({ unit, campaign, theme, deadline, receiver, channels, attach }) =>
    (
      [
        ['Dành cho', unit.code === null ? unit.name : `${unit.name} (mã ${unit.code})`],
        ['Đợt báo cáo', campaign],
        ['Chủ đề', theme === null ? null : `“${theme}”`],
        ['Hạn gửi', deadline === null ? null : describeDeadline(deadline)],
        ['Nơi nhận', receiver],
        ['Hình thức gửi', channels.length === 0 ? null : channels.join('; ')],
        ['Hồ sơ gửi kèm', attach.length === 0 ? null : attach.join('; ')],
      ] as const
    ).flatMap(([label, value]) => (value === null ? [] : [[label, value] as const])),
  stepsTitle: 'Cách ghi',
  steps: (content: GuideContent) => [
    ...HOW_TO_FILL[content.fills](content),
    ...(content.texts === null
      ? []
      : [`Phần lời của báo cáo ghi vào trang “${content.texts}”, mỗi mục một ô; mục nào không có xin để trống.`]),
    content.unit.code === null
      ? 'Tên đơn vị đã in sẵn trên trang đầu để nơi nhận biết báo cáo là của đơn vị nào; xin giữ nguyên. Nếu tên in sai, xin báo cho nơi nhận.'
      : 'Tên và mã đơn vị đã in sẵn trên trang đầu để nơi nhận biết báo cáo là của đơn vị nào; xin giữ nguyên. Nếu in sai, xin báo cho nơi nhận.',
    'Tệp có thể đổi tên. Khi gửi lại bản đã sửa, xin thêm “lần 2”, “lần 3” vào tên tệp.',
    closed(
      content.receiver === null
        ? 'Ghi xong, xin lưu lại dưới dạng bảng tính Excel (.xlsx) rồi gửi cả tệp này'
        : `Ghi xong, xin lưu lại dưới dạng bảng tính Excel (.xlsx) rồi gửi cả tệp này về ${content.receiver}` +
            (content.deadline === null ? '' : ` ${describeDeadline(content.deadline)}`),
    ),
  ],
};

/** What the command line says of sending out. */
export const SENDING_CLI_WORDS = {
  needsRoster: 'Để gửi mẫu cần có danh sách đơn vị: xin thêm --roster TỆP, hoặc --campaign có danh sách.',
  outNotZip: 'Tên tệp sau --send-out phải kết thúc bằng .zip.',
  takesNoPaths: 'Khi gửi mẫu (--send-out) không cần nêu các báo cáo nhận được; xin bỏ bớt đường dẫn.',
  chaseNotTable: 'Tên tệp sau --chase phải kết thúc bằng .xlsx hoặc .csv.',
  chaseNeedsRoster: 'Để lập danh sách đôn đốc cần có danh sách đơn vị: xin thêm --roster TỆP, hoặc --campaign có danh sách.',
  todayNotDay: (text: string): string => `“${text}” sau --today không phải là ngày. Xin ghi như 2026-10-20.`,
  done: (count: number, path: string): string => `Đã ghi ${String(count)} tệp mẫu vào ${path}`,
  withoutCode: (count: number): string =>
    `${String(count)} đơn vị không có mã trong danh sách; khi nhận lại sẽ nhận ra bằng tên in sẵn trong mẫu.`,
  progress: (done: number, count: number): string => `Đã làm ${String(done)}/${String(count)} tệp mẫu`,
} as const;

/** What the pane says of sending out. */
export const SENDING_PANE_WORDS = {
  title: 'Gửi mẫu cho các đơn vị',
  explain: (count: number): string =>
    `Lập ${formatNumber(count)} tệp, mỗi đơn vị trong danh sách một tệp đã ghi sẵn tên và mã, gói trong một tệp .zip. ` +
    'Khi nhận lại, tệp được nhận ra dù đã đổi tên.',
  needsRoster: 'Chưa có danh sách đơn vị. Có danh sách thì lập được cho mỗi đơn vị một tệp mẫu đã ghi sẵn tên.',
  toRoster: 'Lập danh sách đơn vị',
  make: 'Lập tệp mẫu (.zip)',
  making: (done: number, count: number): string => `Đã lập ${formatNumber(done)}/${formatNumber(count)} tệp…`,
  stop: 'Dừng',
  stopped: 'Đã dừng; chưa lưu tệp nào.',
  saved: (name: string, count: number): string => `Đã lưu ${formatNumber(count)} tệp mẫu trong “${name}”.`,
  failed: 'Chưa lập được tệp mẫu. Xin thử lại; nếu danh sách rất dài, xin chia danh sách rồi lập từng phần.',
  fileName: (annex: string, year: number | null): string => `Gửi mẫu ${annex}${year === null ? '' : ` năm ${String(year)}`}.zip`,
} as const;
