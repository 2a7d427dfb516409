import fc from 'fast-check';

import { lastSafeDay, parseDeadline, timingOf } from '../../../src/core/campaign/deadline';
import { dayOf, parseMoment, timeOf } from '../../../src/core/campaign/moments';

test('R-CAM-01 "trước ngày" excludes the day, "chậm nhất", "hạn chót" and a bare day include it', () => {
  expect(lastSafeDay({ kind: 'before', date: '2024-10-20' })).toBe('2024-10-19');
  expect(lastSafeDay({ kind: 'until', date: '2022-09-26' })).toBe('2022-09-26');
  expect(timingOf('2024-10-19', { kind: 'before', date: '2024-10-20' })).toBe('onTime');
  expect(timingOf('2024-10-19T23:59', { kind: 'before', date: '2024-10-20' })).toBe('onTime');
  expect(timingOf('2024-10-20T00:00', { kind: 'before', date: '2024-10-20' })).toBe('late');
  expect(timingOf('2022-09-26T23:59', { kind: 'until', date: '2022-09-26' })).toBe('onTime');
  expect(timingOf('2022-09-27', { kind: 'until', date: '2022-09-26' })).toBe('late');
  expect(lastSafeDay({ kind: 'before', date: '2024-03-01' })).toBe('2024-02-29');
});

test('R-CAM-02 an hour counts to the minute; a day without an hour is unclear on that very day', () => {
  const deadline = { kind: 'until', date: '2022-10-13', time: '16:00' } as const;
  expect(timingOf('2022-10-13T16:00', deadline)).toBe('onTime');
  expect(timingOf('2022-10-13T16:01', deadline)).toBe('late');
  expect(timingOf('2022-10-13', deadline)).toBe('unclear');
  expect(timingOf('2022-10-12', deadline)).toBe('onTime');
  expect(timingOf('2022-10-14', deadline)).toBe('late');
  expect(timingOf('2022-10-13T16:00', { ...deadline, kind: 'before' })).toBe('late');
});

test('R-CAM-03 instants are judged in Vietnamese time, whatever the zone they are written in', () => {
  const deadline = { kind: 'before', date: '2024-10-20' } as const;
  expect(timingOf('2024-10-19T16:59:59Z', deadline)).toBe('onTime');
  expect(timingOf('2024-10-19T17:00:00Z', deadline)).toBe('late');
  expect(timingOf('2024-10-19T23:59:00+07:00', deadline)).toBe('onTime');
  expect(timingOf('2024-10-19T18:00:00-01:00', deadline)).toBe('late');
  expect(timingOf('hôm qua', deadline)).toBeNull();
  expect(parseMoment('2024-02-30')).toBeNull();
  expect(parseMoment('2024-10-19T25:00')).toBeNull();
});

test('R-CAM-04 a deadline is read as it is written', () => {
  expect(parseDeadline('trước ngày 20/10/2024', null)).toEqual({ kind: 'before', date: '2024-10-20' });
  expect(parseDeadline('chậm nhất ngày 26/9/2022', null)).toEqual({ kind: 'until', date: '2022-09-26' });
  expect(parseDeadline('Hạn chót 16g00, ngày 13/10/2022', null)).toEqual({ kind: 'until', date: '2022-10-13', time: '16:00' });
  expect(parseDeadline('trước 16 giờ 30 ngày 13/10/2022', null)).toEqual({ kind: 'before', date: '2022-10-13', time: '16:30' });
  expect(parseDeadline('17h ngày 5/10', 2026)).toEqual({ kind: 'until', date: '2026-10-05', time: '17:00' });
  expect(parseDeadline('2024-10-20', null)).toEqual({ kind: 'until', date: '2024-10-20' });
  expect(parseDeadline('20/10', 2026)).toEqual({ kind: 'until', date: '2026-10-20' });
  for (const none of ['20/10', 'theo quy định', '31/02/2026', '']) expect(parseDeadline(none, null)).toBeNull();
});

test('R-CAM-05 a minute later is never earlier: on time, then late, and nothing in between', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 * 365 }), fc.constantFrom('before', 'until'), fc.boolean(), (offset, kind, timed) => {
      const minute = Date.UTC(2026, 0, 1) / 60_000 + offset;
      const deadline = { kind: kind, date: '2026-06-15', ...(timed ? { time: '09:30' } : {}) };
      const at = (one: number): string => `${dayOf(one)}T${timeOf(one)}`;
      if (timingOf(at(minute), deadline) === 'late') expect(timingOf(at(minute + 1), deadline)).toBe('late');
    }),
  );
});
