/** Number formats: which code a number of a built-in format has, whether it shows a date, and what date that is. */
import type { CellValue } from '../../core/cells/cell';

/** ECMA-376 18.8.30, the formats that are the same in every language, as Excel shows them in English. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0_);\\("$"#,##0\\)',
  6: '"$"#,##0_);[Red]\\("$"#,##0\\)',
  7: '"$"#,##0.00_);\\("$"#,##0.00\\)',
  8: '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
  42: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
  44: '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The code of a built-in format, or null for "General" and unknown numbers. 27–36 and 50–58 are East Asian dates. */
export function builtInFormat(id: number): string | null {
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'm/d/yy';
  return BUILT_IN[id] ?? null;
}

/** "General" in any spelling, and a code that says nothing, are no format at all. */
export function generalAsNull(code: string | null): string | null {
  return code === null || code === '' || /^general$/i.test(code) ? null : code;
}

const dateCodes = new Map<string, boolean>();

/** True when a format code shows a date or a time: letters d, m, y, h, s outside quotes, escapes and brackets. */
export function isDateFormat(code: string): boolean {
  const known = dateCodes.get(code);
  if (known !== undefined) return known;
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./gs, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi, '')
    .replace(/general/gi, '');
  // Only the part for positive numbers decides. Digits occur in a time only as fractions of a second.
  const positive = (bare.split(';')[0] ?? '').replace(/\.0+/g, '');
  const date = /[dmyhs]/i.test(positive) && !/[0#?]/.test(positive);
  if (dateCodes.size < 1000) dateCodes.set(code, date);
  return date;
}

const DAY = 86_400_000;
/** 31 December 9999, the last day Excel can show. */
const LAST_SERIAL = 2_958_465;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * The local, zone-free moment of a serial number, or null where Excel shows none (negative, after 9999).
 * In the 1900 system day 60 is 29 February 1900, which never was: kept as Excel shows it. A pure time stands on day 0,
 * written 1899-12-31. Rounded to whole seconds, as times in cells are shown.
 */
export function serialToIso(serial: number, epoch1904: boolean): string | null {
  if (!(serial >= 0)) return null;
  let seconds = Math.round(serial * 86_400);
  if (epoch1904) seconds += 1462 * 86_400;
  const day = Math.floor(seconds / 86_400);
  if (day > LAST_SERIAL) return null;
  const rest = seconds - day * 86_400;
  const time = `T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  if (day === 60 && !epoch1904) return `1900-02-29${time}`;
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY);
  return date.toISOString().slice(0, 10) + time;
}

/** The serial number (1900 or 1904 system) of an ISO date, date-time or time, or null when it is none. */
export function isoToSerial(iso: string, epoch1904: boolean): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:[.,]\d+)?))?)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(iso.trim());
  const time = /^T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?$/.exec(iso.trim());
  const part = (text: string | undefined): number => (text === undefined ? 0 : Number.parseFloat(text.replace(',', '.')));
  if (time !== null) return (part(time[1]) * 3600 + part(time[2]) * 60 + part(time[3])) / 86_400;
  if (match === null) return null;
  const utc = Date.UTC(part(match[1]), part(match[2]) - 1, part(match[3]));
  let day = Math.round((utc - Date.UTC(1899, 11, 30)) / DAY);
  if (epoch1904) day -= 1462;
  else if (day <= 60) day -= 1;
  return day + (part(match[4]) * 3600 + part(match[5]) * 60 + part(match[6])) / 86_400;
}

/** A number with its format: a date where the format shows one, else a number. `code` is null for "General". */
export function numberValue(value: number, code: string | null, epoch1904: boolean): CellValue {
  if (code === null) return { kind: 'number', value };
  if (isDateFormat(code)) {
    const iso = serialToIso(value, epoch1904);
    if (iso !== null) return { kind: 'date', iso, serial: value, format: code };
  }
  return { kind: 'number', value, format: code };
}
