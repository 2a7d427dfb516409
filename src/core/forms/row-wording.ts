/**
 * How the written report speaks of a row, as data of the form: only where the words of the row and its unit of measure
 * would not read well by themselves. A form without any of it gets usable sentences from its own labels.
 */
import * as z from 'zod/mini';

const words = z.string().check(z.minLength(1));

export const rowWording = z.strictObject({
  /** What the row's paragraph is called: "Công tác thông tin, tuyên truyền". Rows at the top only. */
  title: z.optional(words),
  /** What units that report the row did, after "đơn vị": "tổ chức các lớp bồi dưỡng, tập huấn". */
  activity: z.optional(words),
  /** What the sentence opens with before the figures of rows that have no total above them: "{units} đã đăng, phát". */
  opening: z.optional(words),
  /** Words after those figures: "tổ chức Lễ khai mạc Tuần lễ". */
  closing: z.optional(words),
  /** Measure id → what stands behind the figure: "cuộc thi về sách". */
  nouns: z.optional(z.record(z.string(), words)),
  /** Id of the row whose paragraph tells this one as well. */
  within: z.optional(words),
  /** What the row is about, where the report treats it apart: the rewards. */
  about: z.optional(z.enum(['reward'])),
});
export type RowWording = z.infer<typeof rowWording>;
