/** The styles part (xl/styles.xml): collects the looks a workbook uses and numbers them. ECMA-376 Part 1, 18.8. */
import { CELL_LOOKS, CONDITIONAL_LOOKS, SHEET_FONT, STANDARD_SIZE, type CellLook } from '../../core/sheets/cell-styles';
import type { PlanConditionalFormat, PlanStyle } from '../../core/sheets/sheet-plan';
import { attributes, XML_HEAD } from './xml-text';

/** What a cell adds to its named style. */
export interface CellVariant {
  /** May be typed into on a protected sheet. */
  readonly unlocked: boolean;
  /** The text begins like a formula: Excel keeps it a text when the cell is edited. */
  readonly quoted: boolean;
  readonly link: boolean;
}

/** Number formats that need no definition of their own (18.8.30). */
const BUILT_IN: Readonly<Record<string, number>> = { '#,##0': 3, '@': 49 };
const FIRST_OWN_FORMAT = 164;
const LINK_COLOR = '0563C1';

/** Numbers parts of a style as they are first used, so that equal plans give equal files. */
class Numbered {
  readonly items: string[] = [];
  private readonly places = new Map<string, number>();

  constructor(first: readonly string[]) {
    for (const one of first) this.place(one);
  }

  place(xml: string): number {
    const known = this.places.get(xml);
    if (known !== undefined) return known;
    this.places.set(xml, this.items.length);
    this.items.push(xml);
    return this.items.length - 1;
  }

  xml(tag: string): string {
    return `<${tag} count="${String(this.items.length)}">${this.items.join('')}</${tag}>`;
  }
}

export class StylesPart {
  private readonly fonts = new Numbered([
    fontXml({ size: STANDARD_SIZE, bold: false, italic: false, color: '000000' }, false),
  ]);
  private readonly fills = new Numbered([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  private readonly borders = new Numbered([borderXml('none')]);
  private readonly formats = new Map<string, number>();
  private readonly cellFormats = new Numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  private readonly differences = new Numbered([]);
  private readonly known = new Map<string, number>();

  /** The number of a cell format, for the attribute s of a cell. */
  cellFormat(style: PlanStyle, variant: CellVariant): number {
    const key = `${style} ${String(variant.unlocked)} ${String(variant.quoted)} ${String(variant.link)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const place = this.cellFormats.place(this.cellFormatXml(CELL_LOOKS[style], variant));
    this.known.set(key, place);
    return place;
  }

  /** The number of a differential format, for the attribute dxfId of a conditional format. */
  difference(look: PlanConditionalFormat['look']): number {
    const { color, fill } = CONDITIONAL_LOOKS[look];
    return this.differences.place(
      `<dxf><font><color rgb="FF${color}"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/>` +
        `<bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`,
    );
  }

  xml(): string {
    const own = [...this.formats].map(([code, id]) => `<numFmt${attributes({ numFmtId: id, formatCode: code })}/>`);
    return (
      `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (own.length === 0 ? '' : `<numFmts count="${String(own.length)}">${own.join('')}</numFmts>`) +
      this.fonts.xml('fonts') +
      this.fills.xml('fills') +
      this.borders.xml('borders') +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.cellFormats.xml('cellXfs') +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      this.differences.xml('dxfs') +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
    );
  }

  private cellFormatXml(look: CellLook, variant: CellVariant): string {
    const font = this.fonts.place(fontXml(variant.link ? { ...look, color: LINK_COLOR } : look, variant.link));
    const fill = look.fill === null ? 0 : this.fills.place(fillXml(look.fill));
    const border = this.borders.place(borderXml(look.border));
    const format = this.numberFormat(look.numberFormat);
    const alignment = attributes({
      horizontal: look.horizontal === 'general' ? null : look.horizontal,
      vertical: look.vertical,
      wrapText: look.wrap ? 1 : null,
      shrinkToFit: look.shrink ? 1 : null,
      indent: look.indent > 0 ? look.indent : null,
    });
    return (
      `<xf${attributes({
        numFmtId: format,
        fontId: font,
        fillId: fill,
        borderId: border,
        xfId: 0,
        quotePrefix: variant.quoted ? 1 : null,
        applyNumberFormat: format === 0 ? null : 1,
        applyFont: 1,
        applyFill: fill === 0 ? null : 1,
        applyBorder: border === 0 ? null : 1,
        applyAlignment: 1,
        applyProtection: variant.unlocked ? 1 : null,
      })}><alignment${alignment}/>` + `${variant.unlocked ? '<protection locked="0"/>' : ''}</xf>`
    );
  }

  private numberFormat(code: string | null): number {
    if (code === null) return 0;
    const builtIn = BUILT_IN[code];
    if (builtIn !== undefined) return builtIn;
    const known = this.formats.get(code) ?? FIRST_OWN_FORMAT + this.formats.size;
    this.formats.set(code, known);
    return known;
  }
}

/** Children in the order of CT_Font as Excel writes it; family 1 is Roman. */
function fontXml(look: Pick<CellLook, 'size' | 'bold' | 'italic' | 'color'>, underlined: boolean): string {
  return (
    `<font>${look.bold ? '<b/>' : ''}${look.italic ? '<i/>' : ''}${underlined ? '<u/>' : ''}<sz val="${String(look.size)}"/>` +
    `<color rgb="FF${look.color}"/><name val="${SHEET_FONT}"/><family val="1"/></font>`
  );
}

function fillXml(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(border: CellLook['border']): string {
  const side = (tag: string, style: string | null): string =>
    style === null ? `<${tag}/>` : `<${tag} style="${style}"><color rgb="FF000000"/></${tag}>`;
  const all = border === 'thin' ? 'thin' : null;
  const below = border === 'dottedBelow' ? 'hair' : all;
  return `<border>${side('left', all)}${side('right', all)}${side('top', all)}${side('bottom', below)}<diagonal/></border>`;
}
