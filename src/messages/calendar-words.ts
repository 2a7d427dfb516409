/** Words of the calendar of a list in the place "Tổng hợp". */
import { formatNumber } from '../core/cells/number-format';
import { formatVietnameseDate } from '../core/cells/vietnamese-dates';

export const CALENDAR_WORDS = {
  tab: 'Lịch',
  title: 'Lịch tổng hợp theo ngày',
  hint: 'Bấm vào một ngày để xem các đơn vị đăng ký gì trong ngày đó.',
  empty: 'Chưa có hoạt động nào được đăng ký trong các tệp được tính.',
  day: (day: string | null, lines: number): string =>
    `${day === null ? 'Chưa rõ ngày' : `Ngày ${formatVietnameseDate(day)}`}: ${formatNumber(lines)} hoạt động`,
  until: (day: string): string => `Đến hết ngày ${formatVietnameseDate(day)}`,
  rawDay: (raw: string): string => `Ngày ghi trong tệp: “${raw}”`,
  /** How a line that only one of two schedules has is called where they are compared. */
  line: 'dòng đăng ký',
} as const;
