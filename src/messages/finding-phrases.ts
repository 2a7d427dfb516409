/** Parts of the sentences about findings: received text in quotation marks, reasons, lines that several codes share. */
import { formatNumber } from '../core/cells/number-format';
import type { DayDoubt, FindingParameters } from '../core/finding-codes';
import type { UnitKind } from '../core/campaign/unit-kind';
import { UNIT_KIND_WORDS } from './campaign-words';

const n = formatNumber;

/** Received text inside a sentence: shortened, on one line, in quotation marks. */
export const quote = (text: string): string => `“${shorten(text.replace(/\s+/g, ' ').trim(), 80)}”`;
/** A name inside a sentence: shortened. */
export const named = (text: string): string => shorten(text, 90);

/** Cut after so many letters, whole ones. */
export function shorten(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
}

/** What is asked where a day is only proposed. */
export const acceptDay = 'Hoạt động chưa được xếp vào lịch; đề nghị xác nhận hoặc ghi lại ngày.';

/** Why a day is only proposed, up to "có thể là". */
export function dayDoubt(why: DayDoubt, raw: string): string {
  switch (why) {
    case 'year':
      return `ngày ${quote(raw)} có năm khác với năm của đợt này, có thể do máy tự thêm năm;`;
    case 'swapped':
      return `ngày ${quote(raw)} nằm ngoài thời gian của đợt này, có thể ngày và tháng bị đổi chỗ;`;
    case 'weekday':
      return `${quote(raw)} ghi thứ không đúng với ngày, xét theo ngày thì`;
    case 'weekday-only':
      return `${quote(raw)} chỉ ghi thứ mà không ghi ngày,`;
    case 'day-only':
      return `${quote(raw)} không ghi tháng,`;
    case 'number':
      return `ô ngày đang là số ${quote(raw)}, có thể do Excel tự đổi;`;
    case 'carried':
      return 'dòng này chưa ghi ngày, theo dòng trên thì';
    case 'several':
      return `${quote(raw)} ghi nhiều ngày rời nhau,`;
    case 'whole-week':
      return `${quote(raw)} không ghi ngày cụ thể,`;
    case 'words':
      return `${quote(raw)} có cả chữ khác trong ô ngày,`;
  }
}

/** What is wrong with a line of the list of units. */
export function rosterLine(line: number, problem: string): string {
  switch (problem) {
    case 'no-name':
      return `Dòng ${n(line)} của danh sách đơn vị không có tên nên được bỏ qua.`;
    case 'too-long':
      return `Danh sách đơn vị dài quá ${n(line)} dòng; các dòng sau không được đọc. Đề nghị tách danh sách.`;
    default:
      return `Dòng ${n(line)} của danh sách đơn vị trùng mã với một dòng trước nên được bỏ qua.`;
  }
}

/** What a missing key of a campaign leaves out. */
export function campaignKey(key: string): string {
  const meanings: Readonly<Record<string, string>> = {
    theme: ' (chủ đề) nên chủ đề ghi trong báo cáo không được đối chiếu',
    week: ' (ngày của Tuần lễ) nên hạn nộp không được đối chiếu với Tuần lễ',
    issuer: ' (cơ quan ban hành)',
    forms: ' (mẫu) nên dùng mẫu mặc định',
    steps: ' (các bước báo cáo) nên chưa có hạn nộp để xét đúng hạn',
  };
  return meanings[key] ?? '';
}

/** How many of a group have reported, and when. */
export function reportingRate(p: FindingParameters['reporting-rate']): string {
  const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${n(Math.round((part * 1000) / whole) / 10)} %`);
  const of = p.group === 'all' ? 'tất cả các đơn vị' : p.group === 'kind' ? UNIT_KIND_WORDS[p.of as UnitKind] : p.of;
  const judged = p.onTime + p.late;
  const timing = judged === 0 ? '' : ` Đúng hạn ${n(p.onTime)}/${n(judged)} (${percent(p.onTime, judged)}).`;
  const unconfirmed = p.unconfirmed === 0 ? '' : ` Chưa rõ ngày nhận: ${n(p.unconfirmed)}.`;
  return `Tình hình nộp – ${of}: ${n(p.reported)}/${n(p.units)} đơn vị báo cáo đã nộp (${percent(p.reported, p.units)}).${timing}${unconfirmed}`;
}

/** What clerks call an encoding. */
export function encodingName(encoding: string): string {
  const names: Readonly<Record<string, string>> = { tcvn3: 'TCVN3', vni: 'VNI', 'utf8-as-1252': 'UTF-8 bị đọc sai' };
  return names[encoding] ?? encoding;
}
