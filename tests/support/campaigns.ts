/** Campaigns of the catalogue for tests: there, or the test ends. */
import { findCampaign } from '../../src/catalogue/campaigns';
import type { Campaign } from '../../src/core/campaign/campaign';

export function campaignOf(id: string): Campaign {
  const campaign = findCampaign(id);
  if (campaign === undefined) throw new Error(`the catalogue has no campaign ${id}`);
  return campaign;
}

/** Nine units as each document asks for them; the kinds are read from the names. */
export const ROSTERS: Readonly<Record<string, readonly string[]>> = {
  'hai-phong-2020': [
    ...[
      'Sở Văn hóa và Thể thao',
      'Sở Thông tin và Truyền thông',
      'Hội Khuyến học Hải Phòng',
      'Thành đoàn Hải Phòng',
      'UBND quận Lê Chân',
    ],
    ...['UBND quận Ngô Quyền', 'UBND huyện An Lão', 'UBND huyện Cát Hải', 'Hội Liên hiệp Phụ nữ thành phố'],
  ],
  'lai-chau-2024': [
    ...[
      'Sở Văn hóa, Thể thao và Du lịch',
      'Tỉnh đoàn Lai Châu',
      'Hội Khuyến học tỉnh',
      'UBND huyện Tam Đường',
      'UBND huyện Sìn Hồ',
    ],
    ...['UBND huyện Nậm Nhùn', 'UBND huyện Mường Tè', 'UBND huyện Than Uyên', 'UBND thành phố Lai Châu'],
  ],
  'ninh-thuan-2022': [
    ...['Sở Khoa học và Công nghệ', 'Hội Khuyến học tỉnh', 'Báo Ninh Thuận', 'UBND huyện Ninh Phước', 'UBND xã Phước Hậu'],
    ...[
      'Trung tâm GDNN-GDTX huyện Ninh Hải',
      'TTHTCĐ xã Nhơn Hải',
      'Trung tâm Văn hóa - Thể thao',
      'Trường Cao đẳng nghề Ninh Thuận',
    ],
  ],
  'tan-binh-2022': [
    ...['UBND phường 4', 'UBND phường 14', 'Trường THCS Hoàng Hoa Thám', 'Trường Tiểu học Bành Văn Trân', 'Trường Mầm non 10'],
    ...['Hội Khuyến học quận', 'Trung tâm GDNN-GDTX quận Tân Bình', 'TTHTCĐ phường 4', 'Quận đoàn Tân Bình'],
  ],
  'thanh-xuan-2023': [
    ...[
      'UBND phường Kim Giang',
      'UBND phường Hạ Đình',
      'Trường THCS Kim Giang',
      'Trường Tiểu học Hạ Đình',
      'Trường Mầm non Sơn Ca',
    ],
    ...[
      'Hội Khuyến học quận Thanh Xuân',
      'Trung tâm GDNN-GDTX quận Thanh Xuân',
      'TTHTCĐ phường Kim Giang',
      'Quận đoàn Thanh Xuân',
    ],
  ],
};
