/** Words for the states of submissions and the sentences of refusals. */
import type { Severity } from '../core/findings';
import type { Refusal, RefusalCode, SubmissionReason } from '../core/finding-codes';
import type { Submission, SubmissionState } from '../core/consolidation/consolidation';

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'Lỗi', warning: 'Cảnh báo', hint: 'Gợi ý' };

export const STATE_WORDS: Readonly<Record<SubmissionState, string>> = {
  counted: 'Đã tính',
  superseded: 'Đã có bản thay thế',
  duplicate: 'Trùng với tệp khác',
  contained: 'Đã nằm trong tệp tổng hợp',
  undetermined: 'Chờ xác nhận',
  refused: 'Không đọc được',
};

const REFUSALS: Readonly<Record<RefusalCode, (detail: string | null) => string>> = {
  password: () => 'Tệp có mật khẩu nên không mở được. Đề nghị đơn vị bỏ mật khẩu rồi gửi lại.',
  'not-a-workbook': (detail) =>
    `Đây không phải là bảng tính${detail === null ? '' : ` (${detail})`}. Đề nghị gửi tệp Excel theo mẫu.`,
  'empty-file': () => 'Tệp rỗng, không có nội dung. Đề nghị đơn vị gửi lại.',
  damaged: (detail) => `Tệp bị hỏng hoặc thiếu một phần${detail === null ? '' : ` (${detail})`}. Đề nghị đơn vị gửi lại.`,
  'too-large': (detail) => `Tệp quá lớn so với một báo cáo${detail === null ? '' : ` (${detail})`}. Đề nghị gửi tệp chỉ chứa phụ lục.`,
  'too-many-cells': () => 'Bảng tính có quá nhiều ô so với một báo cáo. Đề nghị gửi tệp chỉ chứa phụ lục.',
  'too-slow': () => 'Tệp mất quá nhiều thời gian để đọc nên đã được bỏ qua. Đề nghị gửi tệp chỉ chứa phụ lục.',
  'nested-archive': () => 'Tệp nén nằm trong tệp nén khác không được mở. Đề nghị giải nén rồi chọn lại.',
  'archive-entry-unreadable': () => 'Không giải nén được tệp này. Đề nghị gửi lại tệp không nén.',
  'not-permitted': () => 'Không có quyền đọc tệp này, hoặc tệp đang bị khóa. Đề nghị đóng tệp hoặc kiểm tra quyền rồi thử lại.',
  'no-form': () => 'Không tìm thấy bảng số liệu theo mẫu trong tệp. Đề nghị kiểm tra có gửi nhầm tệp không.',
  'wrong-form': (detail) =>
    `Tệp dùng mẫu khác với mẫu đang tổng hợp${detail === null ? '' : ` (${detail})`}. Đề nghị gửi theo đúng mẫu.`,
};

const REASONS: Readonly<Record<SubmissionReason, string>> = {
  'unit-unknown': 'Chưa biết tệp là của đơn vị báo cáo nào.',
  'unit-not-in-roster': 'Đơn vị báo cáo không có trong danh sách.',
  'unit-ambiguous': 'Tên khớp với nhiều đơn vị trong danh sách.',
  'version-unknown': 'Không rõ bản nào mới nhất.',
  supplement: 'Báo cáo bổ sung, chờ chọn thay thế hay cộng thêm.',
  'several-forms': 'Có nhiều bảng theo mẫu trong một tệp.',
  'inside-other-differs': 'Đã có trong tệp tổng hợp khác nhưng số liệu không khớp.',
  'same-bytes': 'Giống hệt một tệp khác.',
  'same-cells': 'Cùng đơn vị, cùng số liệu với một tệp khác.',
  resubmitted: 'Đơn vị đã gửi bản mới hơn.',
  returned: 'Đã trả lại đơn vị để sửa.',
  'switched-off': 'Người tổng hợp tạm thời không tính đơn vị này.',
  'inside-other': 'Số liệu đã nằm trong tệp tổng hợp.',
};

/** Why a file gave no figures, as one sentence with what to do. */
export function describeRefusal(refusal: Refusal): string {
  return REFUSALS[refusal.code](refusal.detail);
}

/** Why a submission is in its state, as one sentence; empty for a counted one. */
export function describeReason(submission: Submission): string {
  if (submission.refusal !== null) return describeRefusal(submission.refusal);
  const reason = submission.reason;
  return reason !== null && reason in REASONS ? REASONS[reason as SubmissionReason] : '';
}
