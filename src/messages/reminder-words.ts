/** The Vietnamese words of the reminder (công văn đôn đốc). Injected into `core/document`. */
import type { ReminderWords } from '../core/document/reminder';
import { describeDeadline } from './sending-words';
import { describeReason } from './submission-words';

const DAY_BLANK = 'ngày …… tháng …… năm 20……';

/** The campaign's name goes on within a sentence; a place behind a dash is not part of it. */
function weekOf(campaign: string | null): string {
  const name = (campaign ?? '').split(/ [–-] | \(/)[0]?.trim() ?? '';
  return name === '' ? 'Tuần lễ hưởng ứng học tập suốt đời' : name;
}

/** Counts below ten carry a zero, as documents write them. */
function counted(value: number): string {
  return String(value).padStart(2, '0');
}

function units(facts: { readonly missing: number; readonly unusable: number; readonly toMend: number }): string {
  const groups = [
    [facts.missing, 'đơn vị chưa gửi báo cáo'],
    [facts.unusable, 'đơn vị gửi tệp chưa sử dụng được'],
    [facts.toMend, 'đơn vị đã gửi nhưng báo cáo còn nội dung cần chỉnh sửa hoặc xác nhận'],
  ] as const;
  return groups.flatMap(([count, words]) => (count === 0 ? [] : [`${counted(count)} ${words}`])).join('; ');
}

/** A sentence inside a table keeps no full stop. */
function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

export const reminderWords: ReminderWords = {
  subject: (campaign) => `đôn đốc báo cáo kết quả tổ chức ${weekOf(campaign)}`,
  addressee: (inAnnex) => (inAnnex ? 'Các đơn vị có tên trong danh sách kèm theo' : 'Các đơn vị có tên trong danh sách dưới đây'),
  opening: ({ basis, campaign }) =>
    `Thực hiện ${basis ?? '……………………'}, các đơn vị có trách nhiệm gửi báo cáo kết quả tổ chức ${weekOf(campaign)}.`,
  standing: ({ where, ...facts }) =>
    `Qua theo dõi, đến nay có ${counted(facts.reported)}/${counted(facts.units)} đơn vị đã gửi báo cáo; còn ${units(facts)} ` +
    `(${where === 'annex' ? 'danh sách tại Phụ lục kèm theo' : 'danh sách dưới đây'}).`,
  request:
    'Để kịp thời tổng hợp, báo cáo cấp trên, đề nghị Thủ trưởng các đơn vị có tên trong danh sách quan tâm, chỉ đạo thực hiện:',
  forMissing: ({ annex, attach, receiver }) =>
    `Đơn vị chưa gửi báo cáo: khẩn trương lập và gửi báo cáo${attach.length === 0 ? ` số liệu theo ${annex}` : ''}` +
    `${receiver === null ? '' : ` về ${receiver}`}${attach.length === 0 ? '' : ` (hồ sơ gồm: ${attach.join('; ')})`};`,
  forMending: 'Đơn vị có báo cáo cần chỉnh sửa: rà soát, sửa các nội dung nêu trong danh sách và gửi lại bản thay thế;',
  channels: (channels) => `Hình thức gửi: ${channels.join('; ')};`,
  until: (deadline, extended) =>
    `Thời hạn: ${extended === null ? `trước ${DAY_BLANK}` : describeDeadline(extended)}` +
    `${deadline === null ? '' : ` (thời hạn đã giao là ${describeDeadline(deadline)})`}.`,
  closing:
    'Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị trao đổi với cơ quan gửi công văn này để được hướng dẫn.',
  tableTitle: 'Danh sách đơn vị cần gửi hoặc chỉnh sửa báo cáo',
  annexLabel: 'Phụ lục',
  columns: { order: 'TT', unit: 'Đơn vị', due: 'Thời hạn đã giao', task: 'Nội dung cần thực hiện' },
  task: ({ state, submissions, problems }) => {
    const [why = ''] = submissions.map(describeReason);
    switch (state) {
      case 'missing':
        return 'Gửi báo cáo';
      case 'refused':
        return why === '' ? 'Gửi lại tệp báo cáo' : `Gửi lại tệp báo cáo: ${withoutStop(why)}`;
      case 'undetermined':
        return why === '' ? 'Xác nhận bản báo cáo đã gửi' : `Xác nhận bản báo cáo đã gửi: ${withoutStop(why)}`;
      case 'returned':
        return 'Sửa theo ý kiến đã trả lại và gửi bản thay thế';
      case 'toMend':
        return `Sửa hoặc xác nhận ${counted(problems.length)} chỗ trong số liệu và gửi bản thay thế`;
      case 'late':
        return '';
    }
  },
  deadline: (deadline) => (deadline === null ? '' : describeDeadline(deadline)),
};
