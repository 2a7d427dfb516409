/** Words of "Kiểm tra tiện ích": what it does, how it went, and the report to send to the person who helps. */
import { formatNumber } from '../core/cells/number-format';

const AREAS: Readonly<Record<string, string>> = {
  values: 'Đọc và ghi ô',
  formulas: 'Công thức',
  formats: 'Định dạng',
  sheets: 'Trang tính',
  validation: 'Kiểm soát nhập liệu',
  conditional: 'Tô màu theo điều kiện',
  tables: 'Bảng',
  names: 'Tên vùng',
  stored: 'Phần ghi nhớ trong sổ tính',
  events: 'Theo dõi thay đổi',
  page: 'Trang in',
  protection: 'Bảo vệ trang',
  errors: 'Báo lỗi của Excel',
};

export const DIAGNOSTICS_WORDS = {
  title: 'Kiểm tra tiện ích',
  what:
    'Mục này thử trên một trang tạm những việc mà tiện ích cần Excel làm, rồi xóa trang tạm đó. ' +
    'Số liệu trong sổ tính không bị đọc hay thay đổi.',
  caution:
    'Trong lúc kiểm tra, xin không gõ vào sổ tính; Excel có thể tính lại các công thức. Sau khi kiểm tra, Excel không còn hoàn tác (Ctrl+Z) được các thao tác trước đó; ' +
    'nếu cần giữ, xin mở một sổ tính trống rồi kiểm tra ở đó.',
  start: 'Bắt đầu kiểm tra',
  again: 'Kiểm tra lại',
  stop: 'Dừng lại',
  stopping: 'Đang dừng và xóa trang tạm…',
  running: 'Đang kiểm tra',
  progress: (done: number, total: number): string => `Đã thử ${formatNumber(done)}/${formatNumber(total)} việc`,
  onlyInExcel: 'Mục này chỉ dùng được khi tiện ích đang mở trong Excel.',

  result: 'Kết quả kiểm tra',
  allPassed: (total: number): string => `Cả ${formatNumber(total)} việc đều đạt. Tiện ích dùng được với bản Excel này.`,
  someFailed: (failed: number, total: number): string =>
    `${formatNumber(failed)} trong ${formatNumber(total)} việc chưa đạt. Xin gửi nội dung bên dưới cho người hỗ trợ.`,
  stopped: (done: number, total: number): string =>
    `Đã dừng sau ${formatNumber(done)}/${formatNumber(total)} việc. Trang tạm đã được xóa.`,
  stoppedLeft: (done: number, total: number): string => `Đã dừng sau ${formatNumber(done)}/${formatNumber(total)} việc.`,
  left: (names: readonly string[] | null): string =>
    names === null
      ? 'Excel không trả lời nên chưa biết trang tạm đã được xóa hết chưa; tiện ích sẽ xóa khi được mở lần sau.'
      : `Chưa xóa được trang tạm ${names.map((one) => `“${one}”`).join(', ')}. Xin xóa giúp; nếu không, tiện ích sẽ xóa khi được mở lần sau.`,
  area: (key: string): string => AREAS[key] ?? key,
  areaHeading: 'Việc cần Excel làm',
  passedHeading: 'Đạt',
  passedOf: (passed: number, total: number): string => `${formatNumber(passed)}/${formatNumber(total)}`,

  report: 'Nội dung để gửi người hỗ trợ (không chứa số liệu)',
  copy: 'Sao chép',
  copied: 'Đã sao chép.',
  copyByHand: 'Trình duyệt không cho sao chép tự động. Nội dung đã được chọn sẵn; xin nhấn Ctrl+C.',
  failed: 'Có lỗi không lường trước khi kiểm tra. Sổ tính vẫn giữ nguyên; xin đóng rồi mở lại Excel và thử lại.',

  reportTitle: 'Kiểm tra tiện ích Tổng hợp báo cáo',
  reportHost: 'Excel',
  reportLanguages: 'Ngôn ngữ',
  reportSets: 'Các nhóm chức năng',
  reportCount: (passed: number, done: number, total: number): string =>
    `Đạt ${formatNumber(passed)}/${formatNumber(done)} việc đã thử${done < total ? `, trong tất cả ${formatNumber(total)} việc` : ''}.`,
} as const;
