/** Kinds of reporting units, a closed set: who the campaigns known so far ask for a report. */
import { MANY_NAMES, remembered } from '../cells/remembered';
import { canonicalUnitName } from './unit-name';

export const UNIT_KINDS = [
  /** Sở, ban, ngành of a province. */
  'department',
  /** Ủy ban nhân dân of any level, with its department for education. */
  'committee',
  /** Phòng, ban of a district or commune. */
  'office',
  'kindergarten',
  'primary',
  'lowerSecondary',
  'upperSecondary',
  /** Trung tâm GDNN-GDTX, GDTX. */
  'continuingEducation',
  /** Trung tâm học tập cộng đồng. */
  'communityLearning',
  /** Hội Khuyến học. */
  'learningPromotion',
  /** Mặt trận Tổ quốc, đoàn thể. */
  'organisation',
  /** Báo, đài. */
  'press',
  'other',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Openings in comparable form, the first that fits wins; a school of several levels counts with its highest. */
const OPENINGS: readonly (readonly [RegExp, UnitKind])[] = [
  [/^(?:truong )?(?:.* )?trung hoc pho thong( |$)/, 'upperSecondary'],
  [/^pho thong dan toc noi tru tinh( |$)/, 'upperSecondary'],
  [/^(?:truong )?(?:.* )?(?:trung hoc co so|pho thong co so|pho thong dan toc noi tru)( |$)/, 'lowerSecondary'],
  [/^(?:truong )?(?:pho thong dan toc ban tru )?tieu hoc( |$)/, 'primary'],
  [/^pho thong dan toc ban tru( |$)/, 'lowerSecondary'],
  [/^(?:truong )?(?:mam non|mau giao|nha tre)( |$)/, 'kindergarten'],
  [/^trung tam (?:giao duc nghe nghiep|giao duc thuong xuyen)/, 'continuingEducation'],
  [/^(?:giao duc nghe nghiep|giao duc thuong xuyen)/, 'continuingEducation'],
  [/^(?:trung tam )?hoc tap cong dong/, 'communityLearning'],
  [/^hoi khuyen hoc/, 'learningPromotion'],
  [/^(?:mat tran to quoc|doan the|to chuc chinh tri|doan |hoi |tinh doan|thanh doan|huyen doan|quan doan|lien doan|lien hiep)/, 'organisation'],
  [/^(?:doan|hoi)$/, 'organisation'],
  [/^bao hiem xa hoi/, 'department'],
  [/^(?:bao|dai)( |$)/, 'press'],
  [/^(?:phong van hoa xa hoi|phong giao duc dao tao)(?: |$)/, 'committee'],
  [/^(?:uy ban nhan dan|xa|phuong|thi tran|thi xa|thanh pho|quan|huyen|dac khu|tinh)( |$)/, 'committee'],
  [/^(?:so|thanh tra|cong an|bo chi huy|van phong (?:tinh|uy ban)|cuc|chi cuc|nganh)( |$)/, 'department'],
  [/^ban nganh/, 'department'],
  [/^(?:phong|van phong)( |$)/, 'office'],
  [/^ban( |$)/, 'department'],
];

/** The kind a text names: what a column "Loại" says, or a unit's name. "other" where neither is known. */
export const kindOf = remembered((text): UnitKind => {
  const canonical = canonicalUnitName(text).replace(/^(?:(?:cac|khoi|nhom|cap) )+(?:truong )?/, '');
  return OPENINGS.find(([opening]) => opening.test(canonical))?.[1] ?? 'other';
}, MANY_NAMES);
