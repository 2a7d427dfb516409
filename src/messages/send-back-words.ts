/** Words of the list of refused and doubtful files, and of the text for their units. */
import { formatNumber } from '../core/cells/number-format';

export const SEND_BACK_WORDS = {
  sheet: 'Cần gửi lại',
  title: 'DANH SÁCH TỆP CẦN GỬI LẠI HOẶC XÁC NHẬN',
  hint: 'Mỗi dòng là một tệp không đọc được, chưa tính được hoặc có số liệu cần đơn vị báo cáo kiểm tra lại.',
  order: 'TT',
  unit: 'Đơn vị báo cáo',
  file: 'Tệp',
  state: 'Tình trạng',
  reason: 'Lý do, đề nghị',
  unitUnknown: 'Chưa rõ đơn vị báo cáo',
  greeting: (unit: string): string => `Kính gửi ${unit},`,
  greetingUnknown: 'Kính gửi đơn vị báo cáo,',
  opening: (annex: string, year: number | null): string =>
    `Báo cáo theo ${annex}${year === null ? '' : ` năm ${String(year)}`} của đơn vị có nội dung cần xem lại:`,
  file_: (file: string): string => `Tệp “${file}”:`,
  more: (count: number): string => `… và ${formatNumber(count)} nội dung khác.`,
  closing: 'Đề nghị đơn vị kiểm tra, sửa và gửi lại tệp. Trân trọng cảm ơn.',
} as const;
