/**
 * Words of office names, folded: abbreviations with what they stand for, and the long forms themselves, so that the
 * words which say the kind of an office can be told from the words which are its own name.
 */

/** Abbreviation (folded words) → long form (folded words). */
const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  // Committees and their departments
  ['ubnd', 'uy ban nhan dan'],
  ['ub nd', 'uy ban nhan dan'],
  ['uy ban nd', 'uy ban nhan dan'],
  ['pgd', 'phong giao duc dao tao'],
  ['p gd', 'phong giao duc dao tao'],
  ['phong gd', 'phong giao duc dao tao'],
  ['phong giao duc', 'phong giao duc dao tao'],
  ['pgd dt', 'phong giao duc dao tao'],
  ['p gd dt', 'phong giao duc dao tao'],
  ['phong gd dt', 'phong giao duc dao tao'],
  ['pgddt', 'phong giao duc dao tao'],
  ['p gddt', 'phong giao duc dao tao'],
  ['phong gddt', 'phong giao duc dao tao'],
  ['p vh xh', 'phong van hoa xa hoi'],
  ['p vhxh', 'phong van hoa xa hoi'],
  ['pvh xh', 'phong van hoa xa hoi'],
  ['pvhxh', 'phong van hoa xa hoi'],
  ['phong vh xh', 'phong van hoa xa hoi'],
  ['phong vhxh', 'phong van hoa xa hoi'],
  ['vh xh', 'van hoa xa hoi'],
  ['vhxh', 'van hoa xa hoi'],
  ['p vhtt', 'phong van hoa thong tin'],
  ['p vh tt', 'phong van hoa thong tin'],
  ['phong vhtt', 'phong van hoa thong tin'],
  ['phong vh tt', 'phong van hoa thong tin'],
  ['p ldtbxh', 'phong lao dong thuong binh xa hoi'],
  ['p ld tb xh', 'phong lao dong thuong binh xa hoi'],
  ['p tckh', 'phong tai chinh ke hoach'],
  ['p tc kh', 'phong tai chinh ke hoach'],
  ['p nv', 'phong noi vu'],
  ['ldtbxh', 'lao dong thuong binh xa hoi'],
  ['ld tb xh', 'lao dong thuong binh xa hoi'],
  ['ld tbxh', 'lao dong thuong binh xa hoi'],
  ['tc kh', 'tai chinh ke hoach'],
  ['tckh', 'tai chinh ke hoach'],
  // Sở
  ['sgd', 'so giao duc dao tao'],
  ['sgddt', 'so giao duc dao tao'],
  ['sgd dt', 'so giao duc dao tao'],
  ['s gddt', 'so giao duc dao tao'],
  ['so gd', 'so giao duc dao tao'],
  ['so giao duc', 'so giao duc dao tao'],
  ['gd dt', 'giao duc dao tao'],
  ['gddt', 'giao duc dao tao'],
  ['so vhttdl', 'so van hoa the thao du lich'],
  ['so vhtt dl', 'so van hoa the thao du lich'],
  ['so vh tt dl', 'so van hoa the thao du lich'],
  ['so vhtt', 'so van hoa the thao'],
  ['so khcn', 'so khoa hoc cong nghe'],
  ['so kh cn', 'so khoa hoc cong nghe'],
  ['so khdt', 'so ke hoach dau tu'],
  ['so kh dt', 'so ke hoach dau tu'],
  ['so tttt', 'so thong tin truyen thong'],
  ['so tt tt', 'so thong tin truyen thong'],
  ['so tnmt', 'so tai nguyen moi truong'],
  ['so tn mt', 'so tai nguyen moi truong'],
  ['so nnmt', 'so nong nghiep moi truong'],
  ['so nn mt', 'so nong nghiep moi truong'],
  ['so gtvt', 'so giao thong van tai'],
  ['so nnptnt', 'so nong nghiep phat trien nong thon'],
  ['so nn ptnt', 'so nong nghiep phat trien nong thon'],
  // Schools
  ['mn', 'mam non'],
  ['mg', 'mau giao'],
  ['th', 'tieu hoc'],
  ['cap 1', 'tieu hoc'],
  ['cap i', 'tieu hoc'],
  ['thcs', 'trung hoc co so'],
  ['cap 2', 'trung hoc co so'],
  ['cap ii', 'trung hoc co so'],
  ['ptcs', 'pho thong co so'],
  ['thpt', 'trung hoc pho thong'],
  ['ptth', 'trung hoc pho thong'],
  ['cap 3', 'trung hoc pho thong'],
  ['cap iii', 'trung hoc pho thong'],
  ['ptdtbt', 'pho thong dan toc ban tru'],
  ['ptdt bt', 'pho thong dan toc ban tru'],
  ['ptdtnt', 'pho thong dan toc noi tru'],
  ['ptdt nt', 'pho thong dan toc noi tru'],
  ['dtnt', 'pho thong dan toc noi tru'],
  // Centres
  ['gdnn gdtx', 'giao duc nghe nghiep giao duc thuong xuyen'],
  ['gdnngdtx', 'giao duc nghe nghiep giao duc thuong xuyen'],
  ['ttgdnn gdtx', 'trung tam giao duc nghe nghiep giao duc thuong xuyen'],
  ['ttgdnngdtx', 'trung tam giao duc nghe nghiep giao duc thuong xuyen'],
  ['tt gdnn gdtx', 'trung tam giao duc nghe nghiep giao duc thuong xuyen'],
  ['ttgdtx', 'trung tam giao duc thuong xuyen'],
  ['tt gdtx', 'trung tam giao duc thuong xuyen'],
  ['gdnn', 'giao duc nghe nghiep'],
  ['gdtx', 'giao duc thuong xuyen'],
  ['tthtcd', 'trung tam hoc tap cong dong'],
  ['tt htcd', 'trung tam hoc tap cong dong'],
  ['htcd', 'hoc tap cong dong'],
  ['tt hoc tap', 'trung tam hoc tap'],
  ['tt giao duc', 'trung tam giao duc'],
  ['tt van hoa', 'trung tam van hoa'],
  ['tt boi duong', 'trung tam boi duong'],
  ['tt chinh tri', 'trung tam chinh tri'],
  ['tt ngoai ngu', 'trung tam ngoai ngu'],
  ['ttvh tt', 'trung tam van hoa the thao'],
  ['ttvhtt', 'trung tam van hoa the thao'],
  ['tt vh tt', 'trung tam van hoa the thao'],
  ['tt vhtt', 'trung tam van hoa the thao'],
  ['trung tam vh tt', 'trung tam van hoa the thao'],
  ['trung tam vhtt', 'trung tam van hoa the thao'],
  // Organisations
  ['hkh', 'hoi khuyen hoc'],
  ['hoi kh', 'hoi khuyen hoc'],
  ['uy ban mat tran to quoc', 'mat tran to quoc'],
  ['uy ban mat tran to quoc viet nam', 'mat tran to quoc'],
  ['mat tran to quoc viet nam', 'mat tran to quoc'],
  ['ub mttq', 'mat tran to quoc'],
  ['uy ban mttq', 'mat tran to quoc'],
  ['uy ban mttq viet nam', 'mat tran to quoc'],
  ['uy ban mttq vn', 'mat tran to quoc'],
  ['ubmttq', 'mat tran to quoc'],
  ['ubmttqvn', 'mat tran to quoc'],
  ['ub mttq viet nam', 'mat tran to quoc'],
  ['ub mttq vn', 'mat tran to quoc'],
  ['ubmttq viet nam', 'mat tran to quoc'],
  ['ubmttq vn', 'mat tran to quoc'],
  ['mttq', 'mat tran to quoc'],
  ['mttq viet nam', 'mat tran to quoc'],
  ['mttq vn', 'mat tran to quoc'],
  ['mttqvn', 'mat tran to quoc'],
  ['ldld', 'lien doan lao dong'],
  ['lhpn', 'lien hiep phu nu'],
  ['hlhpn', 'hoi lien hiep phu nu'],
  ['hoi phu nu', 'hoi lien hiep phu nu'],
  ['ccb', 'cuu chien binh'],
  ['hoi nd', 'hoi nong dan'],
  ['doan tn', 'doan thanh nien'],
  ['doan tncs ho chi minh', 'doan thanh nien'],
  ['doan tncs hcm', 'doan thanh nien'],
  ['doan thanh nien cong san ho chi minh', 'doan thanh nien'],
  ['ptth', 'phat thanh truyen hinh'],
  ['dai ptth', 'dai phat thanh truyen hinh'],
  ['pt th', 'phat thanh truyen hinh'],
  ['bhxh', 'bao hiem xa hoi'],
  // Places
  ['tp', 'thanh pho'],
  ['tx', 'thi xa'],
  ['ttr', 'thi tran'],
  ['tr', 'truong'],
  ['trg', 'truong'],
];

/** Long forms of which no abbreviation above is the other side, and words that say a kind all the same. */
const LONG_FORMS = [
  'so noi vu', 'so tai chinh', 'so tu phap', 'so y te', 'so cong thuong', 'so xay dung', 'so ngoai vu',
  'phong noi vu', 'phong y te', 'phong tu phap', 'phong kinh te', 'phong tai chinh',
  'truong', 'trung tam', 'phong', 'so', 'van phong', 'hoi', 'hoi dong nhan dan', 'hoi cuu chien binh', 'hoi nong dan',
  'hoi cuu giao chuc', 'hoi chu thap do', 'tinh doan', 'thanh doan', 'huyen doan', 'quan doan', 'thanh tra', 'cong an',
  'ban tuyen giao', 'ban chi huy quan su', 'ban dan toc', 'ban chi dao', 'ban quan ly', 'thu vien', 'bao tang', 'bao', 'dai', 'dai truyen thanh',
  'trung tam chinh tri', 'trung tam y te', 'trung tam ngoai ngu tin hoc', 'cao dang', 'dai hoc', 'trung cap', 'nha thieu nhi', 'cum dan cu',
];

/** Kinds of places, folded, as they begin a place's name. */
export const PLACE_KINDS = ['xa', 'phuong', 'thi tran', 'thi xa', 'thanh pho', 'quan', 'huyen', 'dac khu', 'tinh'] as const;

/** With their marks: "quan" in a text that writes marks is no district. */
export const MARKED_PLACE_KINDS: Readonly<Record<string, string>> = {
  xa: 'xã',
  phuong: 'phường',
  quan: 'quận',
  huyen: 'huyện',
  tinh: 'tỉnh',
  'thi tran': 'thị trấn',
  'thi xa': 'thị xã',
  'thanh pho': 'thành phố',
  'dac khu': 'đặc khu',
};

/** Single words of kinds with their marks: "Bảo" is no newspaper ("báo"), "số" no department ("sở"). */
export const MARKED_KINDS: Readonly<Record<string, string>> = {
  truong: 'trường',
  phong: 'phòng',
  so: 'sở',
  hoi: 'hội',
  bao: 'báo',
  dai: 'đài',
};

interface Phrase {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Phrases by their first word, the longest first. */
export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const phrases = new Map<string, Phrase>();
  const add = (from: string, to: string): void => {
    phrases.set(from, { from: from.split(' '), to: to.split(' ') });
  };
  for (const [, long] of ABBREVIATIONS) add(long, long);
  for (const long of LONG_FORMS) add(long, long);
  for (const [short, long] of ABBREVIATIONS) add(short, long);
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases.values()) {
    const first = phrase.from[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.from.length - a.from.length);
  return byFirst;
})();

/** Openings of office names, folded: a text that begins so, and goes on, reads like the name of a unit. */
export const UNIT_OPENINGS: readonly string[] = [
  ...PLACE_KINDS,
  'uy ban nhan dan',
  'so',
  'phong',
  'tieu hoc',
  'trung hoc co so',
  'trung hoc pho thong',
  'mam non',
  'mau giao',
  'pho thong co so',
  'pho thong dan toc ban tru',
  'pho thong dan toc noi tru',
  'trung tam',
  'cao dang',
  'dai hoc',
  'trung cap',
  'hoi',
  'ban',
  'doan',
  'tinh doan',
  'thanh doan',
  'huyen doan',
  'quan doan',
  'lien doan lao dong',
  'mat tran to quoc',
  'bao',
  'dai',
  'thu vien',
  'bao tang',
  'cong an',
];
