/** Words about campaigns: kinds of reporting units, states of the ledger. */
import type { DueState } from '../core/campaign/ledger';
import type { UnitKind } from '../core/campaign/unit-kind';

export const UNIT_KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  department: 'Sở, ban, ngành',
  committee: 'Ủy ban nhân dân',
  office: 'Phòng, ban',
  kindergarten: 'Trường mầm non',
  primary: 'Trường tiểu học',
  lowerSecondary: 'Trường trung học cơ sở',
  upperSecondary: 'Trường trung học phổ thông',
  continuingEducation: 'Trung tâm GDNN-GDTX',
  communityLearning: 'Trung tâm học tập cộng đồng',
  learningPromotion: 'Hội Khuyến học',
  organisation: 'Mặt trận Tổ quốc, đoàn thể',
  press: 'Báo, đài',
  other: 'Khác',
};

export const DUE_WORDS: Readonly<Record<DueState, string>> = {
  onTime: 'Đúng hạn',
  late: 'Nộp chậm',
  missing: 'Chưa nộp',
  resubmitted: 'Nộp lại',
  returned: 'Trả lại',
  receiptUnknown: 'Chưa rõ ngày nhận',
};

/** Header of the ledger's column for the states above. */
export const DUE_HEADER = 'Tình trạng nộp';

/** Shown where figures were typed in by hand, and as the beginning of their place in lists of files. */
export const TYPED_IN = 'Nhập tay';

/** What the command line says about campaigns. */
export const CAMPAIGN_CLI_WORDS = {
  unknown: (id: string, known: readonly string[]): string =>
    `Không có đợt báo cáo “${id}”. Các đợt có sẵn: ${known.join(', ')}; hoặc ghi tên một tệp .json.`,
  unreadable: (path: string): string => `Không đọc được tệp đợt báo cáo “${path}”. Đề nghị kiểm tra đường dẫn.`,
  notJson: (path: string): string => `Tệp đợt báo cáo “${path}” không phải là JSON hợp lệ. Đề nghị lấy một tệp có sẵn làm mẫu rồi sửa.`,
  unusable: (path: string): string => `Tệp đợt báo cáo “${path}” chưa dùng được. Đề nghị sửa các chỗ sau:`,
  flaw: {
    unknown: (key: string): string => `Khóa “${key}” không có trong đợt báo cáo; đề nghị xóa hoặc sửa cách viết.`,
    missing: (key: string): string => `Thiếu khóa “${key}”; đề nghị bổ sung.`,
    wrong: (key: string): string => `Giá trị của khóa “${key}” không đúng; đề nghị ghi lại (ngày ghi như "2026-10-20", giờ như "16:00").`,
  },
  decisionsUnreadable: (path: string): string => `Không đọc được tệp lựa chọn “${path}”.`,
  decisionsWrong: (path: string, key: string): string => `Tệp lựa chọn “${path}” có chỗ không đúng ở khóa “${key}”. Đề nghị sửa lại.`,
  lastYearUnreadable: (path: string): string => `Không đọc được bảng tổng hợp năm trước “${path}”.`,
  lastYearUnusable: (path: string): string => `Tệp năm trước “${path}” không có bảng số liệu theo mẫu đang tổng hợp nên không so sánh được.`,
} as const;

/** The ledger's words for how a unit stands: "Nộp lại (đúng hạn)". */
export function describeDue(entry: { readonly state: DueState; readonly timing: 'onTime' | 'late' | null; readonly typedIn: boolean }): string {
  const timing = entry.state === 'resubmitted' && entry.timing !== null ? ` (${DUE_WORDS[entry.timing].toLowerCase()})` : '';
  return `${DUE_WORDS[entry.state]}${timing}${entry.typedIn ? ` – ${TYPED_IN.toLowerCase()}` : ''}`;
}
