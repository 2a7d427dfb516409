/** What the place "Tổng hợp" says from its first moment: choosing files, reading them, what was done with them. */
import { formatNumber } from '../core/cells/number-format';

const files = (count: number): string => `${formatNumber(count)} tệp`;

function size(bytes: number): string {
  const { unit, divisor } = bytes >= 1e9 ? { unit: 'GB', divisor: 1e9 } : { unit: 'MB', divisor: 1e6 };
  const tenths = Math.max(1, Math.round((bytes / divisor) * 10));
  return `${formatNumber(tenths / 10)} ${unit}`;
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${formatNumber(Math.max(5, Math.ceil(seconds / 5) * 5))} giây`;
  return `${formatNumber(Math.ceil(seconds / 60))} phút`;
}

export const DESK_WORDS = {
  form: 'Mẫu cần tổng hợp',
  chooseFiles: 'Chọn tệp báo cáo',
  chooseFolder: 'Chọn cả thư mục',
  dropHere: 'Hoặc kéo tệp, thư mục vào đây',
  dropNow: 'Thả ra để thêm vào',
  dropLater: 'Đang đọc tệp, xin chờ đọc xong rồi thả',
  accepts: 'Nhận tệp Excel (.xlsx, .xls, .xlsb), .ods, .csv và tệp nén .zip chứa các tệp đó.',
  staysHere: 'Số liệu được đọc ngay trên máy này, không gửi đi đâu.',
  typeIn: 'Nhập tay báo cáo giấy',
  opening: 'Đang mở…',
  restoring: 'Đang mở lại kết quả tổng hợp trước…',

  nothingChosen: 'Chưa có tệp nào được chọn.',
  notAFile:
    'Nội dung vừa thả không phải là tệp trên máy (thư hoặc tệp đính kèm còn trong hộp thư). Đề nghị lưu tệp về máy rồi chọn lại.',
  wait: 'Đang đọc các tệp đã chọn nên chưa nhận thêm. Xin chờ đọc xong, hoặc bấm “Dừng lại”, rồi chọn lại.',
  alreadyThere: (count: number): string => `${files(count)} đã được chọn từ trước nên không đọc lại.`,
  skipped: (count: number, bytes: number): string =>
    `Đã bỏ qua ${files(count)} ảnh, video, âm thanh (${size(bytes)}) vì không phải bảng tính.`,
  noneLeft: 'Không còn tệp nào để đọc. Báo cáo gửi bằng ảnh chụp thì có thể nhập tay.',

  reading: 'Đang đọc các tệp',
  progress: (done: number, total: number | null): string =>
    total === null ? `Đã đọc ${files(done)}` : `Đã đọc ${formatNumber(done)}/${files(total)}`,
  unreadSoFar: (count: number): string => `${files(count)} không đọc được`,
  left: (milliseconds: number): string => `còn khoảng ${duration(milliseconds)}`,
  readNow: 'Vừa đọc xong',
  read: 'Đã đọc',
  unread: 'Không đọc được',
  cancel: 'Dừng lại',
  cancelled: 'Đã dừng. Các tệp vừa chọn chưa được đưa vào; những gì có từ trước vẫn giữ nguyên.',

  restored: (count: number): string =>
    `Đã mở lại lần tổng hợp trước trong sổ tính này (${files(count)}). Có thể thêm tệp nộp sau.`,
  written: (sheet: string, kept: number, dropped: number): string =>
    `Đã đưa vào trang “${sheet}” của sổ tính.` +
    (kept > 0 ? ` Giữ ${formatNumber(kept)} ô đã sửa tay trong “Chi tiết”.` : '') +
    (dropped > 0 ? ` ${formatNumber(dropped)} ô đã sửa tay không còn giữ được vì tệp của đơn vị đã đổi.` : ''),
  reportWritten: (report: string, summary: string): string =>
    `Đã đưa báo cáo vào trang “${report}”, cùng số liệu mới nhất ở trang “${summary}”.`,
  openedAsNew: 'Đã mở thành một sổ tính mới. Xin lưu sổ tính đó vào nơi cần lưu.',
  fileName: (annex: string, year: number | null): string =>
    `Bảng tổng hợp ${annex}${year === null ? '' : ` năm ${String(year)}`}.xlsx`,
  listName: (as: 'xlsx' | 'csv'): string => `Danh sách tệp cần gửi lại.${as}`,
  beganAnew: (sheet: string): string =>
    `Đã bắt đầu lại từ đầu. Trang “${sheet}” trong sổ tính vẫn giữ nguyên cho đến khi bấm “Đưa vào bảng tính”.`,
  notDone: 'Chưa làm được việc vừa chọn vì có lỗi không lường trước. Các tệp và sổ tính không bị thay đổi; xin thử lại.',
} as const;
