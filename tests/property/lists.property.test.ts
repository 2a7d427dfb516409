import fc from 'fast-check';

import { receiveWorkbook } from '../../src/app/receive-workbook';
import { travelAll } from '../support/travel';
import { daysOfWeek } from '../../src/core/forms/list/list-part';
import type { ListLine } from '../../src/core/sheets/list/plan-list-form';
import { planFormWorkbook } from '../../src/core/sheets/plan-form';
import { writeXlsx } from '../../src/files/write/write-xlsx';
import { sheetWords } from '../../src/messages/sheet-words';
import type { Plain } from '../support/grid';
import { calendarLines, consolidateSchedules, handUp, NINH_THUAN, receivedSchedule, SCHEDULE, SCHEDULE_SETTINGS } from '../support/schedule';

const WEEK = daysOfWeek(SCHEDULE.list.week ?? { from: '2022-10-01', to: '2022-10-07' });
const word = fc.constantFrom(
  'Hội trường',
  'Thư viện',
  'Nhà văn hóa thôn 1',
  'Lễ khai mạc',
  'Tọa đàm',
  'Ngày hội đọc sách',
  '=1+1',
  'Lớp “tin học”',
  'hai\ndòng',
);
const texts = fc.record({
  place: word,
  content: word,
  note: fc.option(word, { nil: undefined }),
  session: fc.option(fc.constantFrom('Sáng', '14h00'), { nil: undefined }),
});

const plain = (record: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined));

test('R-LIST-40 any lines written into the form are read back, day by day, more than the form offers included', async () => {
  const line = fc.record({ day: fc.constantFrom(...WEEK), texts });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (given) => {
      const lines: ListLine[] = given.map((one) => ({ day: one.day, texts: plain(one.texts) }));
      const unit = { code: 'H01', name: 'UBND huyện Thử Nghiệm' };
      const plan = planFormWorkbook(SCHEDULE, {
        words: sheetWords,
        sheetName: null,
        purpose: 'filled',
        year: 2022,
        attachedTo: null,
        unit,
        lines,
      });
      const received = receiveWorkbook(await writeXlsx(plan), { file: 'a.xlsx', hash: null, fileTime: null }, SCHEDULE_SETTINGS);
      if (received.outcome !== 'form') throw new Error(JSON.stringify(received));
      const back = received.form.list?.entries.map(({ day, texts: said }) => [
        day.state === 'certain' ? day.span : day.state,
        said,
      ]);
      const sorted = [...lines].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : (a.day ?? '') > (b.day ?? '') ? 1 : 0));
      expect(back).toEqual(sorted.map((one) => [{ from: one.day, to: one.day }, one.texts]));
      expect(received.form.units[0]?.text).toBe('H01');
    }),
    { numRuns: 15 },
  );
});

const day = fc.constantFrom<Plain>(
  '01/10',
  '3/10',
  '03-05/10',
  'ngày 3/10 (thứ Sáu)',
  'thứ Tư',
  'khá sớm',
  '15/11',
  null,
  '4/10 và 6/10',
  '7h30 ngày 7/10',
);
const row = fc
  .tuple(day, word, word, fc.option(word))
  .map(([when, place, content, note]): Plain[] => [1, when, place, content, note]);
const unit = fc.constantFrom(
  'UBND huyện Ninh Sơn',
  'UBND huyện Bác Ái',
  'UBND huyện Thuận Nam',
  'UBND thành phố Phan Rang',
  'Sở Y tế',
  'Hội Khuyến học tỉnh',
);
const reports = fc.uniqueArray(fc.record({ unit, rows: fc.array(row, { maxLength: 6 }) }), {
  selector: (one) => one.unit,
  minLength: 1,
  maxLength: 6,
});

test('R-LIST-41 the order in which files were received never matters', () => {
  fc.assert(
    fc.property(reports, fc.array(fc.nat(5), { maxLength: 6 }), (all, picks) => {
      const received = all.map((one, index) => receivedSchedule(`${String(index)}.xlsx`, one.unit, one.rows));
      const shuffled = [...received];
      for (const pick of picks) shuffled.push(...shuffled.splice(pick % shuffled.length, 1));
      const again = consolidateSchedules(travelAll(NINH_THUAN.form, shuffled));
      expect(calendarLines(again)).toEqual(calendarLines(consolidateSchedules(received)));
      // Nothing is lost: every line of every unit is in the calendar once.
      const count = received.reduce((sum, one) => sum + (one.outcome === 'form' ? (one.form.list?.entries.length ?? 0) : 0), 0);
      expect(again.calendar).toHaveLength(count);
    }),
    { numRuns: 60 },
  );
});

test('R-LIST-42 consolidating consolidations gives the calendar of consolidating everything', async () => {
  await fc.assert(
    fc.asyncProperty(reports, fc.nat(6), async (all, cut) => {
      const received = all.map((one, index) => receivedSchedule(`${String(index)}.xlsx`, one.unit, one.rows));
      const parts = [received.slice(0, cut), received.slice(cut)].filter((part) => part.length > 0);
      const up = await Promise.all(
        parts.map((part, index) =>
          handUp(consolidateSchedules(part), `p${String(index)}.xlsx`, `UBND tỉnh ${['An', 'Bình'][index] ?? ''}`),
        ),
      );
      const flat = consolidateSchedules(received);
      const levels = consolidateSchedules(up);
      expect(calendarLines(levels)).toEqual(calendarLines(flat));
      expect(levels.contributors.map((one) => one.unit)).toEqual(flat.contributors.map((one) => one.unit));
      expect(levels.submissions.flatMap((one) => one.findings.map((finding) => finding.code))).not.toContain('lineage-disagrees');
    }),
    { numRuns: 12 },
  );
});
