/**
 * The names around a report by the kind of office that makes it: superior line, symbol, place, signatory, recipients.
 * What the campaign says comes first; what nobody says stays unknown, to be filled in by hand.
 */
import type { Campaign } from '../../campaign/campaign';
import { kindOf, type UnitKind } from '../../campaign/unit-kind';
import { unitKey } from '../../campaign/unit-name';
import { foldText } from '../../cells/fold';
import type { NarrativeWords } from '../narrative-words';

export interface Letterhead {
  readonly superior: string | null;
  readonly issuer: string | null;
  readonly symbol: string | null;
  readonly place: string | null;
  readonly signatory: readonly string[];
  readonly recipients: readonly string[];
}

type OfficeKind = keyof NarrativeWords['letterhead']['signers'];

const OFFICE_KINDS: Readonly<Record<UnitKind, OfficeKind>> = {
  department: 'department',
  committee: 'committee',
  office: 'office',
  kindergarten: 'school',
  primary: 'school',
  lowerSecondary: 'school',
  upperSecondary: 'school',
  continuingEducation: 'centre',
  communityLearning: 'centre',
  learningPromotion: 'other',
  organisation: 'other',
  press: 'other',
  other: 'other',
};

export function letterheadOf(campaign: Campaign | null, addressed: boolean, words: NarrativeWords): Letterhead {
  const said = campaign?.report;
  const office = campaign?.office?.name ?? null;
  const kind = office === null ? null : officeKindOf(office);
  return {
    superior: said?.superior ?? superiorOf(campaign, words),
    issuer: office === null ? null : office.toUpperCase(),
    symbol: said?.symbol ?? symbolOf(kind, words),
    place: said?.place ?? placeOf(campaign?.place ?? null),
    signatory: signatoryOf(campaign, kind, words),
    recipients: recipientsOf(campaign, addressed, words),
  };
}

/** A department of a committee ("Phòng … xã A") is an office, although it reports as its committee's unit. */
function officeKindOf(office: string): OfficeKind {
  return foldText(office).startsWith('phong ') ? 'office' : OFFICE_KINDS[kindOf(office)];
}

/**
 * Cơ quan chủ quản: none above an UBND; UBND TỈNH above a Sở; UBND of the place above an office and a school up to THCS;
 * SỞ GDĐT above a THPT school and a GDTX centre. Null where the office is not known.
 */
function superiorOf(campaign: Campaign | null, words: NarrativeWords): string | null {
  const office = campaign?.office?.name ?? null;
  if (campaign === null || office === null) return null;
  const { letterhead } = words;
  const kind = kindOf(office);
  const [place, above] = placesOf(campaign.place);
  if (officeKindOf(office) === 'office') return letterhead.committeeOf(localPlace(place) ?? placeIn(office), 'commune');
  if (kind === 'department')
    return letterhead.committeeOf(isProvince(place) ? place : isProvince(above) ? above : null, 'province');
  if (kind === 'kindergarten' || kind === 'primary' || kind === 'lowerSecondary' || kind === 'communityLearning') {
    return letterhead.committeeOf(localPlace(place), 'commune');
  }
  if (kind === 'upperSecondary' || kind === 'continuingEducation') {
    const province = isProvince(place) ? place : isProvince(above) ? above : null;
    return letterhead.departmentOf(province === null ? null : bareName(province));
  }
  return null;
}

/** "Quận Tân Bình, Thành phố Hồ Chí Minh": the place, and the one above it. */
function placesOf(place: string | null): readonly [string | null, string | null] {
  const [first = null, second = null] = (place ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return [first, second];
}

const PROVINCES = ['tinh ', 'thanh pho '];
const LOCAL = ['xa ', 'phuong ', 'dac khu ', 'quan ', 'huyen ', 'thi xa ', 'thi tran ', 'thanh pho '];

function isProvince(place: string | null): place is string {
  return place !== null && PROVINCES.some((opening) => `${foldText(place)} `.startsWith(opening));
}

function localPlace(place: string | null): string | null {
  return place !== null && LOCAL.some((opening) => foldText(place).startsWith(opening)) && !foldText(place).startsWith('tinh ')
    ? place
    : null;
}

/** The place in the name of an office: "Phòng Văn hóa - Xã hội xã A" → "xã A". */
function placeIn(office: string): string | null {
  const words = office.split(' ');
  for (let at = words.length - 2; at > 0; at -= 1) {
    const rest = words.slice(at).join(' ');
    // "Xã hội" is no commune.
    if (LOCAL.some((opening) => foldText(rest).startsWith(opening)) && !foldText(rest).startsWith('xa hoi')) return rest;
  }
  return null;
}

/** Without the kind of place: "Tỉnh Lai Châu" → "Lai Châu". Numbered places keep it: "Phường 4". */
function bareName(place: string): string {
  const folded = foldText(place);
  const opening = [...LOCAL, 'tinh '].find((one) => folded.startsWith(one));
  if (opening === undefined) return place;
  const rest = place.split(' ').slice(opening.trim().split(' ').length).join(' ');
  return rest === '' || /^\d/.test(rest) ? place : rest;
}

function placeOf(place: string | null): string | null {
  const [first] = placesOf(place);
  return first === null ? null : bareName(first);
}

function symbolOf(kind: OfficeKind | null, words: NarrativeWords): string | null {
  return kind === 'committee' || kind === 'department' || kind === 'office' ? words.letterhead.symbols[kind] : null;
}

/** The campaign's signatory is that of its plan: titles of a committee do not fit a report that another office signs. */
function signatoryOf(campaign: Campaign | null, kind: OfficeKind | null, words: NarrativeWords): readonly string[] {
  const { report, signatory = [] } = campaign ?? {};
  if (report !== undefined && report.signatory.length > 0) return report.signatory;
  const ofCommittee = signatory.some((line) => foldText(line).startsWith('tm uy ban'));
  if (signatory.length > 0 && (kind === null || ofCommittee === (kind === 'committee'))) return signatory;
  return words.letterhead.signers[kind ?? 'other'];
}

/** Recipients of the plan serve the report too; its archive line is that of the office that issued the plan. */
function recipientsOf(campaign: Campaign | null, addressed: boolean, words: NarrativeWords): readonly string[] {
  const { archive, asAbove } = words.letterhead;
  const first = addressed ? [asAbove] : [];
  const { report, recipients = [], issuer, office } = campaign ?? {};
  if (report !== undefined && report.recipients.length > 0) return [...first, ...report.recipients];
  const own = issuer != null && office != null && unitKey(issuer.name) === unitKey(office.name);
  const others = recipients.filter((line) => !foldText(line).startsWith('luu'));
  const archived = own ? recipients.find((line) => foldText(line).startsWith('luu')) : undefined;
  return [...first, ...others, archived ?? archive];
}
