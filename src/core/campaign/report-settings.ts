/** What a campaign says of its written report: fixed sentences and the names around them. All of it may be unknown. */
import * as z from 'zod/mini';

import { calendarDay } from './deadline';

const words = z.string().check(z.minLength(1));
const list = z._default(z.array(words), []);
const orNull = <T extends z.core.$ZodType>(schema: T) => z._default(z.nullable(schema), null);

export const reportSettings = z.strictObject({
  /** The documents the Week rests on, as they are cited: "Kế hoạch số 12/KH-UBND ngày … của … về …". */
  basis: list,
  /** Trích yếu; null: "Kết quả tổ chức Tuần lễ hưởng ứng học tập suốt đời năm …". */
  subject: orNull(words),
  /** The whole opening and closing sentences, where the office has its own. */
  opening: orNull(words),
  closing: orNull(words),
  /** Kính gửi. */
  addressees: list,
  /** Whom proposals may be made to, nearest first. */
  proposalsTo: list,
  /** "12", and what stands behind it: "BC-UBND". */
  number: orNull(words),
  symbol: orNull(words),
  date: orNull(calendarDay),
  /** Cơ quan chủ quản in the letterhead, and the place before the date. */
  superior: orNull(words),
  place: orNull(words),
  /** Who signs and who receives the report, where that differs from the plan of the campaign. */
  signatory: list,
  recipients: list,
});
export type ReportSettings = z.infer<typeof reportSettings>;
