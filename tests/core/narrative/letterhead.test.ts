/** The names around a report by the kind of office that makes it. */
import { parseCampaign, type Campaign } from '../../../src/core/campaign/campaign';
import { CAMPAIGNS } from '../../../src/catalogue/campaigns';
import { letterheadOf } from '../../../src/core/narrative/document/letterhead';
import { superiorsOf } from '../../../src/core/narrative/superiors';
import { narrativeWords } from '../../../src/messages/narrative-words';

function campaign(office: string | null, place: string | null, more: Readonly<Record<string, unknown>> = {}): Campaign {
  const parsed = parseCampaign({
    id: 'x',
    name: 'Đợt',
    year: 2026,
    place,
    office: office === null ? null : { name: office },
    ...more,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
const head = (one: Campaign | null, addressed = true) => letterheadOf(one, addressed, narrativeWords);

test('R-NARR-100 the superior line: none for an UBND, UBND TỈNH for a Sở, UBND XÃ for schools up to THCS, SỞ GDĐT for THPT and GDTX', () => {
  for (const [office, place, superior] of [
    ['Ủy ban nhân dân tỉnh Lai Châu', 'Tỉnh Lai Châu', null],
    ['UBND xã Mường So', 'Xã Mường So, tỉnh Lai Châu', null],
    ['Sở Giáo dục và Đào tạo Lai Châu', 'Tỉnh Lai Châu', 'UBND TỈNH LAI CHÂU'],
    ['Sở Giáo dục và Đào tạo Hải Phòng', 'Thành phố Hải Phòng', 'UBND THÀNH PHỐ HẢI PHÒNG'],
    ['Phòng Văn hóa - Xã hội xã Mường So', 'Tỉnh Lai Châu', 'UBND XÃ MƯỜNG SO'],
    ['Trường Mầm non Hoa Sim', 'Xã Mường So, tỉnh Lai Châu', 'UBND XÃ MƯỜNG SO'],
    ['Trường TH Lũng Mận', 'Phường Tân Phong, tỉnh Lai Châu', 'UBND PHƯỜNG TÂN PHONG'],
    ['Trường THCS Bản Sậy', null, 'UBND XÃ ……………'],
    ['Trường THPT Chuyên A', 'Xã Mường So, tỉnh Lai Châu', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO LAI CHÂU'],
    ['Trung tâm GDNN-GDTX Phong Thổ', 'Tỉnh Lai Châu', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO LAI CHÂU'],
  ] as const)
    expect([office, head(campaign(office, place)).superior]).toEqual([office, superior]);
});

test('R-NARR-101 what the campaign says of its report comes before everything derived', () => {
  const report = {
    superior: 'BỘ X',
    symbol: 'BC-BCĐ',
    place: 'Nơi khác',
    signatory: ['TRƯỞNG BAN'],
    recipients: ['Ban Bí thư', 'Lưu: VT, X'],
  };
  expect(head(campaign('Sở GDĐT A', 'Tỉnh A', { report }))).toEqual({
    superior: 'BỘ X',
    issuer: 'SỞ GDĐT A',
    symbol: 'BC-BCĐ',
    place: 'Nơi khác',
    signatory: ['TRƯỞNG BAN'],
    recipients: ['Như trên', 'Ban Bí thư', 'Lưu: VT, X'],
  });
});

test('R-NARR-102 titles of a committee never stand under the report of another office', () => {
  const signatory = ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'];
  expect(head(campaign('Sở Giáo dục và Đào tạo A', 'Tỉnh A', { signatory })).signatory).toEqual(['GIÁM ĐỐC']);
  expect(head(campaign('UBND xã B', 'Xã B', { signatory })).signatory).toEqual(signatory);
  expect(head(campaign('Trường TH C', 'Xã B', { signatory })).signatory).toEqual(['HIỆU TRƯỞNG']);
  expect(head(null)).toEqual({
    superior: null,
    issuer: null,
    symbol: null,
    place: null,
    signatory: ['THỦ TRƯỞNG ĐƠN VỊ'],
    recipients: ['Như trên', 'Lưu: VT'],
  });
});

test('R-NARR-103 to whom the office reports follows from the steps of the campaign', () => {
  const known = new Map(CAMPAIGNS.map((one) => [one.id, superiorsOf(one)]));
  expect(known.get('lai-chau-2024')).toEqual(['Ủy ban nhân dân tỉnh', 'Bộ Giáo dục và Đào tạo']);
  expect(known.get('tan-binh-2022')).toEqual(['Sở Giáo dục và Đào tạo Thành phố và Ủy ban nhân dân quận']);
  expect(superiorsOf(campaign('Sở A', null))).toEqual([]);
});
