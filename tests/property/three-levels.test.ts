/** Unit → commune → province → ministry: every level a workbook that is written, sent and read, and nothing is lost. */
import { receiveWorkbook } from '../../src/app/receive-workbook';
import { loadProvinces, officialUnits } from '../../src/catalogue/administrative-units';
import { indexRoster } from '../../src/core/campaign/identify';
import { parseRoster } from '../../src/core/campaign/roster';
import { consolidate } from '../../src/core/consolidation/consolidate';
import type { Consolidation } from '../../src/core/consolidation/consolidation';
import type { Received } from '../../src/core/consolidation/received';
import { writeXlsx } from '../../src/files/write/write-xlsx';
import { Random } from '../proof/fuzz/random';
import { FORM, type AnnexValues } from '../support/annex';
import { convert } from '../support/libreoffice';
import { consolidateAll, received, SETTINGS, sha256, states, totals } from '../support/received';
import { samplePlan } from '../support/sample-summary';

interface Office {
  readonly code: string | null;
  readonly name: string;
}

async function written(consolidation: Consolidation, office: Office): Promise<Uint8Array> {
  return writeXlsx(samplePlan(consolidation, { office }));
}

async function passOn(consolidation: Consolidation, office: Office, bytes?: Uint8Array): Promise<Received> {
  const file = `${office.name}.xlsx`;
  return receiveWorkbook(bytes ?? (await written(consolidation, office)), { file, hash: sha256(file), fileTime: null }, SETTINGS);
}

const office = (name: string, code: string | null = null): Office => ({ name, code });

function randomValues(random: Random): AnnexValues {
  const quirks = ['không có', '12 lớp', '-', 'nhiều', '1.250', null];
  return Object.fromEntries(
    FORM.indicators.flatMap((row) =>
      random.percent(40)
        ? [
            [
              row.id,
              [
                random.percent(15) ? random.pick(quirks) : random.below(200),
                random.percent(60) ? random.below(5000) : null,
              ] as const,
            ],
          ]
        : [],
    ),
  );
}

test('R-SEND-20 three levels of written workbooks give exactly the totals, reporters and units of consolidating all at once', async () => {
  const random = new Random(3321);
  const all: Received[] = [];
  const provinces: Received[] = [];
  for (const province of ['Lai Châu', 'Sơn La', 'Điện Biên']) {
    const communes: Received[] = [];
    for (let commune = 0; commune < 4; commune += 1) {
      const place = `xã ${['Nậm', 'Bản', 'Mường', 'Pa'][commune] ?? ''} ${province}`;
      const units = ['Trường Mầm non', 'Trường Tiểu học', 'Trường THCS'].map((kind) =>
        received(`${place}/${kind}.xlsx`, randomValues(random), { unit: `${kind} ${place}` }),
      );
      all.push(...units);
      communes.push(await passOn(consolidateAll(units), office(`UBND ${place}`)));
    }
    const upper = consolidateAll(communes);
    expect(states(upper).every((one) => one.endsWith('counted –'))).toBe(true);
    provinces.push(await passOn(upper, office(`Sở Giáo dục và Đào tạo ${province}`)));
  }
  const ministry = consolidateAll(provinces);
  const flat = consolidateAll(all);
  expect(ministry.totals.map((one) => [one.field.key, one.value, one.reporters])).toEqual(
    flat.totals.map((one) => [one.field.key, one.value, one.reporters]),
  );
  const names = (one: Consolidation): string[] => one.contributors.map(({ unit }) => unit.name).sort();
  expect(names(ministry)).toEqual(names(flat));
  expect(ministry.contributors).toHaveLength(36);
  // The office that first passed a unit on stays beside it up to the top.
  expect(ministry.contributors.every((one) => one.via?.name.startsWith('UBND xã') === true)).toBe(true);
});

const A = received('a.xlsx', { '1': [4], '2': [5] }, { unit: 'Trường THCS A' });
const B = received('b.xlsx', { '1.1': [3, 60], '2': [7] }, { unit: 'Trường THCS B' });
const C = received('c.xlsx', { '2': [2] }, { unit: 'Trường THCS C' });

test('R-SEND-21 a workbook that LibreOffice saved again on its way up carries the same units and totals', async () => {
  const commune = await passOn(consolidateAll([A, B]), office('UBND xã Một'));
  const flat = consolidateAll([A, B, C]);
  const upper = consolidateAll([commune, C]);
  const saved = convert(await written(upper, office('Sở GDĐT Lai Châu')), 'xlsx', 'xlsx');
  const ministry = consolidateAll([await passOn(upper, office('Sở GDĐT Lai Châu'), saved)]);
  expect(totals(ministry)).toEqual(totals(flat));
  expect(ministry.contributors.map((one) => one.unit.name)).toEqual(flat.contributors.map((one) => one.unit.name));
}, 60_000);

test('R-SEND-22 a unit delivered to every level at once is found at each, and counted once', async () => {
  const commune = await passOn(consolidateAll([A, B]), office('UBND xã Một'));
  // The school sent its report to the province as well.
  const province = consolidateAll([commune, A, C]);
  expect(states(province)).toContain('a.xlsx contained inside-other');
  // And the commune's workbook reached the ministry beside the province's.
  const ministry = consolidateAll([await passOn(province, office('Sở GDĐT Lai Châu')), commune, A]);
  expect(states(ministry)).toEqual([
    'Sở GDĐT Lai Châu.xlsx counted –',
    'UBND xã Một.xlsx contained inside-other',
    'a.xlsx contained inside-other',
  ]);
  expect(totals(ministry)).toEqual(totals(consolidateAll([A, B, C])));
});

test('R-SEND-23 a unit under two superiors is counted once, with a sentence that names both', async () => {
  const one = await passOn(consolidateAll([A, B]), office('UBND xã Một'));
  const two = await passOn(consolidateAll([B, C]), office('UBND xã Hai'));
  const result = consolidateAll([one, two]);
  expect(totals(result)).toEqual(totals(consolidateAll([A, B, C])));
  const said = result.submissions.flatMap(({ findings }) => findings.filter((finding) => finding.code === 'unit-two-superiors'));
  expect(said.map((finding) => finding.params)).toEqual([
    { office: 'Trường THCS B', first: 'UBND xã Hai', second: 'UBND xã Một' },
  ]);
});

test('R-SEND-24 a workbook that claims units of somebody else is said: by the official list, and by the roster', async () => {
  const provinces = await loadProvinces();
  const official = officialUnits(provinces);
  const [hanoi, second] = provinces;
  const unitOf = (province: typeof hanoi, index: number): Received => {
    const [code = '', name = ''] = province?.units[index] ?? [];
    return received(`${code}.xlsx`, { '2': [index + 1] }, { unit: `UBND ${name}`, above: [[`Mã đơn vị: ${code}`]] });
  };
  const own = [0, 1, 2].map((index) => unitOf(hanoi, index));
  const honest = await passOn(consolidateAll(own), office('Sở Giáo dục và Đào tạo Hà Nội'));
  const claiming = await passOn(consolidateAll([...own, unitOf(second, 0)]), office('Sở Giáo dục và Đào tạo Hà Nội'));
  const said = (result: Consolidation): unknown[] =>
    result.submissions.flatMap(({ findings }) =>
      findings.filter((one) => one.code === 'contributor-elsewhere').map((one) => one.params),
    );
  expect(said(consolidate(FORM, [honest], { roster: null, official }))).toEqual([]);
  const found = { office: `UBND ${second?.units[0]?.[1] ?? ''}`, home: second?.name, via: 'Sở Giáo dục và Đào tạo Hà Nội' };
  expect(said(consolidate(FORM, [claiming], { roster: null, official }))).toEqual([found]);

  const roster = indexRoster(
    parseRoster([
      ['name', 'superior'],
      ['Trường THCS A', 'UBND xã Một'],
      ['Trường THCS B', 'UBND xã Hai'],
      ['UBND xã Một', ''],
      ['UBND xã Hai', ''],
    ]).roster,
  );
  const commune = await passOn(consolidateAll([A, B]), office('Phòng Văn hóa - Xã hội xã Một'));
  expect(said(consolidate(FORM, [commune], { roster }))).toEqual([
    { office: 'Trường THCS B', home: 'UBND xã Hai', via: 'UBND xã Một' },
  ]);
});

test('R-SEND-25 figures changed in the lineage, a row doubled and a broken lineage are each caught with a sentence', async () => {
  const coded = (code: string, value: number): Received =>
    received(`${code}.xlsx`, { '2': [value] }, { unit: `Trường THCS ${code}`, above: [[`Mã đơn vị: ${code}`]] });
  const good = await passOn(consolidateAll([coded('01', 5), coded('02', 6)]), office('UBND xã Một'));
  if (good.outcome !== 'form' || good.lineage === null) throw new Error('the workbook carries its units');
  const [first, second] = good.lineage.contributors;
  if (first === undefined || second === undefined) throw new Error('two units');
  const codesOf = (one: Received): string[] =>
    consolidateAll([one]).submissions.flatMap(({ findings }) => findings.map((each) => each.code));
  const blank = { ...second, values: new Map() };
  const tampered = (contributors: readonly (typeof first)[]): Received => ({
    ...good,
    lineage: good.lineage === null ? null : { ...good.lineage, contributors },
  });
  expect(codesOf(good)).not.toContain('contributor-twice');
  // Nothing in it: the sums agree, and yet the unit would be counted as one more that has reported.
  expect(codesOf(tampered([first, second, blank]))).toContain('contributor-twice');
  expect(codesOf(tampered([first]))).toContain('lineage-disagrees');
  expect(codesOf({ ...good, lineage: null, lineageBroken: true })).toContain('lineage-unreadable');
});

test('R-SEND-26 a figure that somebody in between changed, while the file stays the same, is said to who has both', async () => {
  const good = await passOn(consolidateAll([A, B]), office('UBND xã Một'));
  if (good.outcome !== 'form' || good.lineage === null) throw new Error('the workbook carries its units');
  const said = (result: Consolidation): unknown[] =>
    result.submissions.flatMap(({ findings }) =>
      findings.filter((one) => one.code === 'inside-other-corrected').map((one) => one.params),
    );
  expect(said(consolidateAll([good, A]))).toEqual([]);
  // One class is moved from one unit to the other: the sums agree, and so do the hashes.
  const [first, second] = good.lineage.contributors;
  if (first === undefined || second === undefined) throw new Error('two units');
  const moved = (one: typeof first, by: number): typeof first => ({
    ...one,
    values: new Map(
      [...one.values].map(([key, value]) => [key, key === '2/count' ? { ...value, value: value.value + by } : value] as const),
    ),
  });
  const tampered: Received = { ...good, lineage: { ...good.lineage, contributors: [moved(first, 1), moved(second, -1)] } };
  const result = consolidateAll([tampered, A]);
  expect(states(result)).toEqual(['UBND xã Một.xlsx counted –', 'a.xlsx contained inside-other']);
  expect(said(result)).toEqual([{ file: 'UBND xã Một.xlsx', row: expect.stringMatching(/^2\. /) as string }]);
});
