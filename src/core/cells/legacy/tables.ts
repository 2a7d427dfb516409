/**
 * Two encodings older than Unicode, as their bytes show in Excel (read as Windows-1252), to Unicode letters.
 * Source: TCVN 5712:1993 (VN3: 67 small letters and 7 capitals; VN1/VN2: the toned capitals) and the VNI Windows code
 * page; checked against the "tcvn" table of iconv-lite in the tests.
 */

/** Byte as shown, then the letter it means. U+00AD, which prints nothing and is often lost, is ư. */
const TCVN3_LETTERS =
  '¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00ADư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ ' +
  'Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ';

/** The capitals with tone, which only fonts of VN1 and VN2 have; TCVN3 proper writes them with a capitals font (.VnTimeH). */
const VN1_CAPITALS = '¯Ằ ºẲ ¿Ẵ ÀẮ ÁẦ ÂẨ ÃẪ ÄẤ ÅỀ ÍỂ ÙỄ ÚẾ ÛỒ àỔ ðỖ ÿỐ';

function pairs(text: string): [string, string][] {
  return text.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]);
}

/** TCVN3 with the capitals of VN1/VN2: one character → one letter. */
export const TCVN3: ReadonlyMap<string, string> = new Map([...pairs(TCVN3_LETTERS), ...pairs(VN1_CAPITALS)]);

/** VNI puts marks after the letter: plain vowel + mark. The letter beside each mark is what the two make. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  a: 'ùá øà ûả õã ïạ ââ áấ àầ åẩ ãẫ äậ êă éắ èằ úẳ üẵ ëặ',
  e: 'ùé øè ûẻ õẽ ïẹ âê áế àề åể ãễ äệ',
  o: 'ùó øò ûỏ õõ ïọ âô áố àồ åổ ãỗ äộ',
  u: 'ùú øù ûủ õũ ïụ',
  y: 'ùý øỳ ûỷ õỹ',
  ô: 'ùớ øờ ûở õỡ ïợ',
  ö: 'ùứ øừ ûử õữ ïự',
};

const VNI_SINGLE = 'ôơ öư ñđ íí ìì æỉ óĩ òị îỵ';

/** VNI: one or two characters → one letter. A capital may carry a small mark ("Aù"), as typists do. */
export const VNI: ReadonlyMap<string, string> = buildVni();

function buildVni(): Map<string, string> {
  const table = new Map<string, string>();
  for (const [from, to] of pairs(VNI_SINGLE)) {
    table.set(from, to);
    table.set(from.toUpperCase(), to.toUpperCase());
  }
  for (const [vowel, marks] of Object.entries(VNI_MARKS)) {
    const capital = vowel.toUpperCase();
    for (const [mark, letter] of pairs(marks)) {
      table.set(vowel + mark, letter);
      table.set(capital + mark, letter.toUpperCase());
      table.set(capital + mark.toUpperCase(), letter.toUpperCase());
    }
  }
  return table;
}

/** The bytes 0x80 to 0x9F as Windows-1252 shows them; a space stands where it shows nothing. */
const WINDOWS_1252_HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Character → byte in Windows-1252. The five bytes it leaves undefined stand as the control characters Excel keeps. */
export const WINDOWS_1252_BYTES: ReadonlyMap<string, number> = buildBytes();

function buildBytes(): Map<string, number> {
  const bytes = new Map<string, number>();
  for (let code = 0x80; code <= 0xff; code += 1) bytes.set(String.fromCharCode(code), code);
  for (let at = 0; at < WINDOWS_1252_HIGH.length; at += 1) {
    const shown = WINDOWS_1252_HIGH.charAt(at);
    if (shown !== ' ') bytes.set(shown, 0x80 + at);
  }
  return bytes;
}
