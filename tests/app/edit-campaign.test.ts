/** A campaign edited as a clerk writes it, and rosters as they are pasted. */
import {
  deadlineText,
  flawsOfCampaign,
  lastSafeOf,
  readDay,
  stepsOf,
  withDeadline,
  withForm,
  withIssuer,
  withIssuerSuperior,
  withLines,
  withName,
  withOffice,
  withText,
  withWeek,
  withYear,
} from '../../src/app/edit-campaign';
import { rosterOfCampaign } from '../../src/app/roster-of-campaign';
import { withRoster } from '../../src/app/roster-sheet';
import { chosenForm, checkSettings } from '../../src/app/session-forms';
import { pastedRows, takeRoster } from '../../src/app/take-roster';
import { CAMPAIGNS, findCampaign } from '../../src/catalogue/campaigns';
import { parseCampaign, type Campaign } from '../../src/core/campaign/campaign';
import type { Result } from '../../src/core/result';

const named = (id: string): Campaign => {
  const found = findCampaign(id);
  if (found === undefined) throw new Error(`no campaign ${id}`);
  return found;
};
const empty = named('trong-2026');
const laiChau = named('lai-chau-2024');
const good = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('R-SHELL-20 every field of a campaign is edited as text, and the result is one that the line accepts', () => {
  let edited = good(withName(empty, '  Tuần lễ   2026 của xã  '));
  edited = good(withYear(edited, ' 2027 '));
  edited = good(withText(edited, 'theme', ' Học tập suốt đời '));
  edited = good(withText(edited, 'attachedTo', '(Kèm theo Báo cáo số …)'));
  edited = good(withOffice(edited, 'UBND xã Mường So'));
  edited = good(withIssuer(edited, 'Sở GDĐT'));
  edited = good(withIssuerSuperior(edited, 'UBND TỈNH'));
  edited = good(withLines(edited, 'recipients', 'Như trên;\n\n Lưu: VT. '));
  edited = withForm(edited, 'phu-luc-ii/lai-chau-2024');
  edited = withWeek(edited, { from: '2027-10-01', to: '2027-10-07' });
  edited = good(withDeadline(edited, 0, 'Trước ngày 20/10'));
  expect(edited).toMatchObject({
    name: 'Tuần lễ 2026 của xã',
    year: 2027,
    theme: 'Học tập suốt đời',
    attachedTo: '(Kèm theo Báo cáo số …)',
    office: { code: null, name: 'UBND xã Mường So' },
    issuer: { name: 'Sở GDĐT', superior: 'UBND TỈNH' },
    recipients: ['Như trên;', 'Lưu: VT.'],
    steps: [{ what: 'result', deadline: { kind: 'before', date: '2027-10-20' }, wording: 'Trước ngày 20/10' }],
  });
  expect(edited.forms[0]).toBe('phu-luc-ii/lai-chau-2024');
  expect(parseCampaign(edited).ok).toBe(true);
  expect(flawsOfCampaign(edited)).toEqual([]);
  // Emptied again.
  edited = good(withText(edited, 'theme', '  '));
  edited = good(withIssuer(edited, ''));
  edited = good(withIssuerSuperior(edited, 'UBND TỈNH'));
  edited = good(withOffice(edited, ''));
  edited = good(withDeadline(edited, 0, ''));
  expect(edited).toMatchObject({ theme: null, issuer: null, office: null, steps: [{ deadline: null, wording: null }] });
});

test('R-SHELL-21 what cannot be read is refused, never guessed and never half kept', () => {
  expect(withName(empty, ' ')).toEqual({ ok: false, error: 'name-missing' });
  for (const year of ['', '26', '1999', '2101', 'năm 2026', '2026.5', '２０２６'])
    expect(withYear(empty, year)).toEqual({ ok: false, error: 'year-wrong' });
  for (const day of ['hôm qua', '31/02/2026', '45/10', 'x'])
    expect(readDay(day, 2026)).toEqual({ ok: false, error: 'day-wrong' });
  expect(readDay('1/10', 2026)).toEqual({ ok: true, value: '2026-10-01' });
  expect(readDay('ngày 01 tháng 10 năm 2025', 2026)).toEqual({ ok: true, value: '2025-10-01' });
  expect(readDay(' ', 2026)).toEqual({ ok: true, value: null });
  for (const text of ['theo quy định', 'sau Tuần lễ', '32/13'])
    expect(withDeadline(empty, 0, text)).toEqual({ ok: false, error: 'deadline-wrong' });
  expect(withText(empty, 'theme', 'x'.repeat(1001))).toEqual({ ok: false, error: 'too-long' });
  expect(withOffice(empty, 'x'.repeat(1001))).toEqual({ ok: false, error: 'too-long' });
  expect(withLines(empty, 'recipients', Array.from({ length: 61 }, () => 'x').join('\n'))).toEqual({
    ok: false,
    error: 'too-long',
  });
});

test('R-SHELL-22 contradictions between fields are findings, and the campaign is kept all the same', () => {
  const moved = good(withYear(laiChau, '2023'));
  expect(flawsOfCampaign(moved).map((one) => one.code)).toContain('campaign-year');
  const backwards = withWeek(laiChau, { from: '2024-10-07', to: '2024-10-01' });
  expect(flawsOfCampaign(backwards).map((one) => one.code)).toContain('campaign-week-backwards');
  const early = good(withDeadline(laiChau, 0, 'trước ngày 05/10/2024'));
  expect(flawsOfCampaign(early).map((one) => one.code)).toContain('campaign-deadline-early');
});

test('R-SHELL-23 a deadline is shown as the document has it, with the last day that is still on time', () => {
  for (const campaign of CAMPAIGNS) {
    stepsOf(campaign).forEach((step, place) => {
      const text = deadlineText(step);
      const again = withDeadline(campaign, place, text);
      if (step.deadline === null) return;
      expect(good(again).steps[place]?.deadline).toEqual(step.deadline);
    });
  }
  expect(lastSafeOf({ kind: 'before', date: '2024-10-20' })).toEqual({ day: '19/10/2024', time: null });
  expect(lastSafeOf({ kind: 'until', date: '2022-10-13', time: '16:00' })).toEqual({ day: '13/10/2022', time: '16:00' });
  // Without a step there is one to fill in.
  expect(stepsOf(empty)).toHaveLength(1);
});

test('R-SHELL-24 a pasted list is read whatever way it comes, and says what it left out', () => {
  const names = (text: string): readonly string[] => takeRoster(pastedRows(text)).roster.units.map((one) => one.name);
  expect(names('UBND xã A\r\nUBND xã B\r\n\r\n')).toEqual(['UBND xã A', 'UBND xã B']);
  expect(names('1\tUBND xã A\n2\tUBND xã B')).toEqual(['UBND xã A', 'UBND xã B']);
  expect(names('UBND xã A; UBND xã B;UBND xã C')).toEqual(['UBND xã A', 'UBND xã B', 'UBND xã C']);
  expect(names('Mã\tTên đơn vị\tCấp trên\n01\t"UBND xã\nA"\tTỉnh X')).toEqual(['UBND xã A']);
  expect(names('Mã\tTên đơn vị\n01\tTrường "Hoa Sen"\n02\t"Hoa Mai" – trường mầm non')).toEqual([
    'Trường "Hoa Sen"',
    '"Hoa Mai" – trường mầm non',
  ]);
  expect(names('')).toEqual([]);
  expect(names('\t\t\n  \n')).toEqual([]);
  const twice = takeRoster(pastedRows('UBND xã A\nUBND xã B\nUBND xã A'));
  expect(twice.roster.units.map((one) => one.name)).toEqual(['UBND xã A', 'UBND xã B']);
  expect(twice.findings.map((one) => one.code)).toEqual(['roster-same-name']);
});

test('R-SHELL-25 a roster kept with the campaign comes back as it was taken', () => {
  const { roster } = takeRoster(pastedRows('Mã\tTên đơn vị\tCấp trên\n01\tUBND xã A\tTỉnh X\n02\tTrường THCS B\t'));
  const campaign = withRoster(empty, roster.units);
  expect(rosterOfCampaign(campaign).units.map(({ code, name, kind, superior }) => [code, name, kind, superior])).toEqual([
    ['01', 'UBND xã A', 'committee', 'Tỉnh X'],
    ['02', 'Trường THCS B', 'lowerSecondary', null],
  ]);
  expect(parseCampaign(campaign).ok).toBe(true);
});

test('R-SHELL-26 the form is what the clerk chose, else the campaign’s, else the usual one', () => {
  expect(chosenForm('phu-luc-ii/trung-lap', laiChau).id).toBe('phu-luc-ii/trung-lap');
  expect(chosenForm(null, empty).id).toBe('phu-luc-ii/hai-cap-de-xuat');
  expect(chosenForm('khong/co', { ...empty, forms: ['cung/khong-co'] }).id).toBe('phu-luc-ii/lai-chau-2024');
  expect(checkSettings(null, laiChau)).toMatchObject({ expected: { year: 2024, theme: laiChau.theme } });
  expect(checkSettings('phu-luc-ii/trung-lap', null).forms[0]?.id).toBe('phu-luc-ii/trung-lap');
});
