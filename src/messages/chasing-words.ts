/** What a unit is written when its report is missing, late, unreadable or has something to mend: plain, polite, complete. */
import { formatVietnameseDate } from '../core/cells/vietnamese-dates';
import type { ChaseEntry, ChaseState } from '../core/campaign/chasing';
import type { ChasingWords } from '../core/sheets/plan-chasing';
import { describeDeadline } from './sending-words';
import { describeReason } from './submission-words';
import { describeFinding } from './vi';

export interface LetterContext {
  /** The campaign's name; null speaks of the week in general. */
  readonly campaign: string | null;
  /** Who writes; null says "cơ quan tổng hợp". */
  readonly office: string | null;
  /** ISO day of writing, or null. */
  readonly today: string | null;
}

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** Problems that are told one by one; the rest is counted. A message of several screens is not read. */
const MOST_PROBLEMS = 15;

const SUBJECTS: Readonly<Record<ChaseState, string>> = {
  missing: 'Đề nghị gửi báo cáo',
  refused: 'Đề nghị gửi lại báo cáo (tệp chưa đọc được)',
  undetermined: 'Đề nghị xác nhận báo cáo đã gửi',
  returned: 'Đề nghị gửi lại báo cáo đã sửa',
  toMend: 'Đề nghị rà soát số liệu báo cáo',
  late: 'Về thời hạn gửi báo cáo',
};

/** "Chưa nộp", "Không đọc được" … with the days over or left: for lists. */
export function describeChase({ state, late, daysLeft }: ChaseEntry): string {
  const words: Readonly<Record<ChaseState, string>> = {
    missing: 'Chưa nộp',
    refused: 'Tệp không đọc được',
    undetermined: 'Chờ xác nhận',
    returned: 'Đã trả lại, chưa nộp lại',
    toMend: 'Cần sửa hoặc xác nhận',
    late: 'Nộp chậm',
  };
  if (late && state !== 'late') return `${words[state]}; nộp chậm`;
  if (daysLeft === null || state === 'late' || state === 'toMend') return words[state];
  return daysLeft < 0 ? `${words[state]}, quá hạn ${String(-daysLeft)} ngày` : words[state];
}

/** The ready text of one unit. */
export function chasingLetter(entry: ChaseEntry, context: LetterContext): Letter {
  const { campaign, office } = context;
  const about = campaign ?? 'Tuần lễ hưởng ứng học tập suốt đời';
  const who = office ?? 'cơ quan tổng hợp';
  const body = [
    `Kính gửi: ${entry.unit.name}`,
    '',
    ...sentences(entry, `Để tổng hợp kết quả “${about}”, ${who}`, context),
    '',
    'Trân trọng cảm ơn./.',
  ];
  const reminds = entry.state === 'missing' && entry.daysLeft !== null && entry.daysLeft >= 0;
  return { subject: `${reminds ? 'Nhắc hạn gửi báo cáo' : SUBJECTS[entry.state]} – ${about}`, body: body.join('\n') };
}

function sentences(entry: ChaseEntry, opening: string, { today }: LetterContext): readonly string[] {
  const files = entry.submissions.map((one) => `“${one.file}”`).join(', ');
  switch (entry.state) {
    case 'missing':
      return missing(entry, opening, today);
    case 'refused':
      return [
        `${opening} đã nhận được tệp ${files} của quý đơn vị nhưng chưa đọc được số liệu.`,
        ...reasons(entry),
        `Kính đề nghị quý đơn vị gửi lại báo cáo bằng tệp Excel theo mẫu${byDeadline(entry)}.`,
      ];
    case 'undetermined':
      return [
        `${opening} đã nhận được ${files} của quý đơn vị nhưng chưa tính vào kết quả chung.`,
        ...reasons(entry),
        'Kính đề nghị quý đơn vị cho biết tệp nào là báo cáo chính thức, hoặc gửi lại một tệp duy nhất có đủ số liệu.',
      ];
    case 'returned':
      return [
        `${opening} đã trả lại báo cáo ${files} để quý đơn vị sửa và chưa nhận được bản mới.`,
        ...problems(entry),
        `Kính đề nghị quý đơn vị gửi lại báo cáo đã sửa${byDeadline(entry)}.`,
      ];
    case 'toMend':
      return [
        `${opening} đã nhận được báo cáo của quý đơn vị (${files}). Qua kiểm tra, có nội dung cần sửa hoặc xác nhận như sau:`,
        ...problems(entry),
        'Kính đề nghị quý đơn vị kiểm tra rồi gửi lại bản đã sửa (ghi thêm “lần 2” vào tên tệp), hoặc trả lời xác nhận số liệu đã gửi là đúng.',
        ...(entry.late ? [lateness(entry)] : []),
      ];
    case 'late':
      return [
        `${opening} đã nhận được báo cáo của quý đơn vị. ${lateness(entry)}`,
        'Xin cảm ơn quý đơn vị đã gửi báo cáo; kính đề nghị quý đơn vị lưu ý thời hạn trong các đợt báo cáo sau.',
      ];
  }
}

function missing({ deadline, daysLeft }: ChaseEntry, opening: string, today: string | null): readonly string[] {
  const due = deadline === null ? null : describeDeadline(deadline);
  if (due !== null && daysLeft !== null && daysLeft >= 0) {
    const left = daysLeft === 0 ? 'hôm nay là ngày cuối cùng' : `còn ${String(daysLeft)} ngày`;
    return [
      `${opening} xin nhắc hạn gửi báo cáo của quý đơn vị là ${due} (${left}).`,
      'Kính đề nghị quý đơn vị gửi báo cáo đúng hạn.',
    ];
  }
  const until = today === null ? '' : ` đến ngày ${formatVietnameseDate(today)}`;
  const over = daysLeft === null ? '' : `, đến nay đã quá hạn ${String(-daysLeft)} ngày`;
  return [
    `${opening}${until} chưa nhận được báo cáo của quý đơn vị.${due === null ? '' : ` Hạn gửi là ${due}${over}.`}`,
    'Kính đề nghị quý đơn vị gửi báo cáo trong thời gian sớm nhất. Nếu báo cáo đã được gửi, xin gửi lại hoặc cho biết ngày gửi và nơi nhận để kiểm tra.',
  ];
}

function lateness({ deadline, receivedAt }: ChaseEntry): string {
  const received = receivedAt === null ? '' : ` nhận ngày ${formatVietnameseDate(receivedAt.slice(0, 10))},`;
  return `Báo cáo${received} sau hạn gửi${deadline === null ? '' : ` (${describeDeadline(deadline)})`}.`;
}

/** A day that is over is no day to ask for. */
function byDeadline({ deadline, daysLeft }: ChaseEntry): string {
  return deadline !== null && daysLeft !== null && daysLeft >= 0 ? ` ${describeDeadline(deadline)}` : ' trong thời gian sớm nhất';
}

function reasons({ submissions }: ChaseEntry): readonly string[] {
  return [
    ...new Set(
      submissions.map((one) => (submissions.length > 1 ? `- ${one.file}: ${describeReason(one)}` : `- ${describeReason(one)}`)),
    ),
  ];
}

function problems({ problems: found }: ChaseEntry): readonly string[] {
  const told = [...new Set(found.map(describeFinding))];
  const rest = told.length - MOST_PROBLEMS;
  return [...told.slice(0, MOST_PROBLEMS).map((one) => `- ${one}`), ...(rest > 0 ? [`- và ${String(rest)} nội dung khác.`] : [])];
}

export const chasingWords: ChasingWords = {
  sheetName: 'Đôn đốc',
  title: 'DANH SÁCH ĐÔN ĐỐC BÁO CÁO',
  hint: 'Mỗi dòng có lời nhắn soạn sẵn để sao chép vào thư gửi đơn vị; xin đọc lại trước khi gửi.',
  onDay: (iso) => `Lập ngày ${formatVietnameseDate(iso)}.`,
  order: 'STT',
  code: 'Mã',
  unit: 'Đơn vị báo cáo',
  superior: 'Cấp trên',
  email: 'Thư điện tử',
  state: 'Tình trạng',
  lastDay: 'Ngày cuối đúng hạn',
  problems: 'Số nội dung cần sửa',
  files: 'Tệp',
  subject: 'Tiêu đề thư',
  body: 'Lời nhắn',
  nothing: 'Không có đơn vị nào cần đôn đốc.',
  unplacedTitle: 'Chưa rõ đơn vị',
};
