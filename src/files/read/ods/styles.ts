/**
 * OpenDocument styles, as far as cells need them: number formats written as Excel's codes, legacy fonts, and whether
 * a table is shown. Styles stand in styles.xml and, automatic ones, in content.xml; both feed the same collection.
 */
import { isLegacyFont } from '../legacy-fonts';
import { generalAsNull } from '../number-formats';
import { XmlError, type XmlScanner } from '../xml-scanner';

interface CellStyle {
  readonly parent: string | undefined;
  readonly dataStyle: string | undefined;
  font: string | undefined;
}

const DATA_STYLES: ReadonlySet<string> = new Set([
  'number-style',
  'currency-style',
  'percentage-style',
  'date-style',
  'time-style',
  'text-style',
]);

export class OdsStyles {
  private readonly cells = new Map<string, CellStyle>();
  private readonly formats = new Map<string, string>();
  private readonly hiddenTables = new Set<string>();
  private readonly fontFamilies = new Map<string, string>();

  /** Takes a style element that was just opened, to its end. True when it was one. */
  take(scanner: XmlScanner): boolean {
    if (scanner.name === 'font-face') {
      const family = scanner.attribute('font-family');
      if (family !== undefined) this.fontFamilies.set(scanner.attribute('name') ?? '', family.replace(/^'|'$/g, ''));
      scanner.skip();
      return true;
    }
    if (DATA_STYLES.has(scanner.name)) {
      const name = scanner.attribute('name') ?? '';
      const format = readFormat(scanner);
      // A format of several parts names the others; the part for positive numbers is the one that tells.
      const positive = format.positive === null ? undefined : this.formats.get(format.positive);
      this.formats.set(name, positive ?? format.code);
      return true;
    }
    if (scanner.name !== 'style' && scanner.name !== 'default-style') return false;
    this.takeStyle(scanner);
    return true;
  }

  /** The format code of a cell style, its parents asked in turn, or null for "General". */
  format(name: string | undefined): string | null {
    for (let step = 0, at = name; at !== undefined && step < 10; step++) {
      const style = this.cells.get(at);
      const code = style?.dataStyle === undefined ? undefined : this.formats.get(style.dataStyle);
      if (code !== undefined) return generalAsNull(code);
      at = style?.parent;
    }
    return null;
  }

  /** The legacy font of a cell style or its parents. */
  legacyFont(name: string | undefined): string | undefined {
    for (let step = 0, at = name; at !== undefined && step < 10; step++) {
      const style = this.cells.get(at);
      if (style?.font !== undefined) return isLegacyFont(style.font) ? style.font : undefined;
      at = style?.parent;
    }
    return undefined;
  }

  isTableHidden(name: string | undefined): boolean {
    return name !== undefined && this.hiddenTables.has(name);
  }

  private takeStyle(scanner: XmlScanner): void {
    const family = scanner.attribute('family');
    const name = scanner.attribute('name') ?? '';
    const style: CellStyle = {
      parent: scanner.attribute('parent-style-name'),
      dataStyle: scanner.attribute('data-style-name'),
      font: undefined,
    };
    const outer = scanner.depth;
    for (;;) {
      const event = scanner.next();
      if (event === 'end') throw new XmlError('unexpected end');
      if (event === 'close' && scanner.depth < outer) break;
      if (event !== 'open') continue;
      if (scanner.name === 'table-properties' && scanner.attribute('display') === 'false') this.hiddenTables.add(name);
      if (scanner.name === 'text-properties') {
        const face = scanner.attribute('font-name');
        style.font = (face === undefined ? undefined : (this.fontFamilies.get(face) ?? face)) ?? scanner.attribute('font-family');
      }
    }
    if (family === 'table-cell') this.cells.set(name, style);
  }
}

const DATE_PARTS: Readonly<Record<string, readonly [short: string, long: string]>> = {
  day: ['d', 'dd'],
  month: ['m', 'mm'],
  year: ['yy', 'yyyy'],
  'day-of-week': ['ddd', 'dddd'],
  hours: ['h', 'hh'],
  minutes: ['m', 'mm'],
  seconds: ['s', 'ss'],
  'am-pm': ['AM/PM', 'AM/PM'],
};

function digits(scanner: XmlScanner): string {
  const places = Math.min(30, Number.parseInt(scanner.attribute('decimal-places') ?? '-1', 10));
  const whole = Math.min(30, Number.parseInt(scanner.attribute('min-integer-digits') ?? '1', 10));
  if (places < 0) return 'General';
  const integer = scanner.attribute('grouping') === 'true' ? '#,##0' : '0'.repeat(Math.max(1, whole));
  return places > 0 ? `${integer}.${'0'.repeat(places)}` : integer;
}

/** One data style as a format code, approximately: digits, decimals, grouping, percent, parts of dates, literal text. */
function readFormat(scanner: XmlScanner): { readonly code: string; readonly positive: string | null } {
  const outer = scanner.depth;
  const isText = scanner.name === 'text-style';
  let code = '';
  let positive: string | null = null;
  for (;;) {
    const event = scanner.next();
    if (event === 'end') throw new XmlError('unexpected end');
    if (event === 'close' && scanner.depth < outer) break;
    if (event !== 'open') continue;
    const date = Object.hasOwn(DATE_PARTS, scanner.name) ? DATE_PARTS[scanner.name] : undefined;
    if (date !== undefined) {
      const textual = scanner.name === 'month' && scanner.attribute('textual') === 'true';
      const part = scanner.attribute('style') === 'long' ? date[1] : date[0];
      code += textual ? `mm${part}` : part;
    } else if (scanner.name === 'number') code += digits(scanner);
    else if (scanner.name === 'scientific-number') code += '0.00E+00';
    else if (scanner.name === 'text' || scanner.name === 'currency-symbol') code += literal(scanner.collectText());
    else if (scanner.name === 'map' && /^value\(\)>=?0$/.test(scanner.attribute('condition') ?? '')) {
      positive = scanner.attribute('apply-style-name') ?? null;
    }
  }
  return { code: isText ? '@' : code, positive };
}

function literal(text: string): string {
  if (text === '' || /^[\s/:.,%()-]+$/.test(text)) return text;
  return `"${text.replace(/"/g, '')}"`;
}
