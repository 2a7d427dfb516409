/** Text as old machines store it: TCVN3 by an independent table, VNI by the product's own table read backwards, NFD. */
import iconv from 'iconv-lite';

/** TCVN3: one byte a letter, which Excel shows as Windows-1252. Small letters only: capitals with tones do not exist in it. */
function tcvn3(text) {
  const bytes = iconv.encode(withoutTonedCapitals(text), 'tcvn');
  // The 32 bytes from 80 to 9F are not used by these letters; the others are their own code points.
  return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
}

/** "TUẦN LỄ" cannot be typed in .VnTime: units write such lines in small letters. */
function withoutTonedCapitals(text) {
  return text.replace(/\p{Lu}+/gu, (word) =>
    /[^A-ZĂÂĐÊÔƠƯ]/.test(word) ? word[0].toLowerCase() + word.slice(1).toLowerCase() : word,
  );
}

function vniWith(table) {
  const back = new Map([...table].map(([shown, letter]) => [letter, shown]));
  return (text) => [...text].map((letter) => back.get(letter) ?? letter).join('');
}

/** The encoder of a unit's texts. `vniTable`: shown → letter. */
export function encoderOf(encoding, vniTable) {
  switch (encoding) {
    case 'tcvn3':
      return tcvn3;
    case 'vni':
      return vniWith(vniTable);
    case 'nfd':
      return (text) => text.normalize('NFD');
    default:
      return (text) => text;
  }
}

/** Every text of a workbook plan through an encoder. */
export function encodePlan(plan, encode) {
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      cell.value?.kind === 'text' ? { ...cell, value: { kind: 'text', value: encode(cell.value.value) } } : cell,
    ),
  }));
  return { ...plan, sheets };
}
