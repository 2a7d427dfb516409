/** xl/styles.xml: the formats that cells use and the looks of conditional formats, numbered as they are met. */
import { XML_HEAD, attributes } from '../../files/write/xml-text';
import { DEFAULT_FORMAT, type BorderLine, type BorderSide, type CellFormat } from '../model/cell-format';
import type { ConditionalLook } from '../model/parts';

const argb = (color: string): string => `FF${color.slice(1)}`;

const UNDERLINES: Readonly<Record<string, string>> = {
  Single: 'single',
  Double: 'double',
  SingleAccountant: 'singleAccounting',
  DoubleAccountant: 'doubleAccounting',
};

function lineStyle(line: BorderLine): string {
  if (line.style === 'Double') return 'double';
  if (line.style === 'Dot') return 'dotted';
  const medium = line.weight === 'Medium' || line.weight === 'Thick';
  if (line.style === 'Dash') return medium ? 'mediumDashed' : 'dashed';
  if (line.style === 'DashDot') return medium ? 'mediumDashDot' : 'dashDot';
  if (line.style === 'DashDotDot') return medium ? 'mediumDashDotDot' : 'dashDotDot';
  if (line.style === 'SlantDashDot') return 'slantDashDot';
  return line.weight.toLowerCase() === 'hairline' ? 'hair' : line.weight.toLowerCase();
}

/** A list of equal-free XML pieces; `place` gives a piece's number. */
class Pieces {
  private readonly places = new Map<string, number>();

  constructor(...first: readonly string[]) {
    for (const piece of first) this.place(piece);
  }

  place(piece: string): number {
    const known = this.places.get(piece);
    if (known !== undefined) return known;
    this.places.set(piece, this.places.size);
    return this.places.size - 1;
  }

  xml(tag: string): string {
    return `<${tag} count="${String(this.places.size)}">${[...this.places.keys()].join('')}</${tag}>`;
  }
}

const FIRST_OWN_FORMAT = 164;
const CM_SIDES: readonly (readonly [string, BorderSide])[] = [
  ['left', 'EdgeLeft'],
  ['right', 'EdgeRight'],
  ['top', 'EdgeTop'],
  ['bottom', 'EdgeBottom'],
];

function fontXml(format: CellFormat): string {
  const underline = UNDERLINES[format.underline];
  return (
    '<font>' +
    (format.bold ? '<b/>' : '') +
    (format.italic ? '<i/>' : '') +
    (format.strikethrough ? '<strike/>' : '') +
    (underline === undefined ? '' : `<u${attributes({ val: underline })}/>`) +
    (format.superscript ? '<vertAlign val="superscript"/>' : format.subscript ? '<vertAlign val="subscript"/>' : '') +
    `<sz${attributes({ val: format.fontSize })}/><color${attributes({ rgb: argb(format.fontColor) })}/>` +
    `<name${attributes({ val: format.fontName })}/></font>`
  );
}

function fillXml(color: string): string {
  if (color === '') return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(format: CellFormat): string {
  const sides = CM_SIDES.map(([name, side]) => {
    const line = format.borders[side];
    if (line === undefined) return `<${name}/>`;
    return `<${name}${attributes({ style: lineStyle(line) })}><color rgb="${argb(line.color)}"/></${name}>`;
  });
  return `<border>${sides.join('')}<diagonal/></border>`;
}

const HORIZONTAL: Readonly<Record<string, string>> = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
};

function alignmentXml(format: CellFormat): string {
  const vertical = format.verticalAlignment.toLowerCase();
  const turned =
    format.textOrientation === 180 ? 255 : format.textOrientation < 0 ? 90 - format.textOrientation : format.textOrientation;
  return `<alignment${attributes({
    horizontal: HORIZONTAL[format.horizontalAlignment] ?? null,
    vertical: vertical === 'bottom' ? null : vertical,
    wrapText: format.wrapText ? 1 : null,
    indent: format.indentLevel > 0 ? format.indentLevel : null,
    shrinkToFit: format.shrinkToFit ? 1 : null,
    textRotation: turned === 0 ? null : turned,
  })}/>`;
}

export class Styles {
  private readonly fonts = new Pieces(fontXml(DEFAULT_FORMAT));
  private readonly fills = new Pieces(fillXml(''), '<fill><patternFill patternType="gray125"/></fill>');
  private readonly borders = new Pieces(borderXml(DEFAULT_FORMAT));
  private readonly formats = new Map<string, number>([['General', 0]]);
  private readonly cells = new Pieces();
  private readonly looks = new Pieces();
  private readonly known = new Map<CellFormat, number>();

  constructor() {
    this.cell(DEFAULT_FORMAT);
  }

  private numberFormat(code: string): number {
    const known = this.formats.get(code);
    if (known !== undefined) return known;
    const id = FIRST_OWN_FORMAT + this.formats.size;
    this.formats.set(code, id);
    return id;
  }

  /** The number of a format, for the `s` of a cell, row or column. */
  cell(format: CellFormat): number {
    const known = this.known.get(format);
    if (known !== undefined) return known;
    const places = {
      numFmtId: this.numberFormat(format.numberFormat),
      fontId: this.fonts.place(fontXml(format)),
      fillId: this.fills.place(fillXml(format.fillColor)),
      borderId: this.borders.place(borderXml(format)),
      xfId: 0,
      applyNumberFormat: 1,
      applyFont: 1,
      applyFill: 1,
      applyBorder: 1,
      applyAlignment: 1,
      applyProtection: 1,
    };
    const protection = `<protection${attributes({ locked: format.locked ? 1 : 0, hidden: format.formulaHidden ? 1 : 0 })}/>`;
    const id = this.cells.place(`<xf${attributes(places)}>${alignmentXml(format)}${protection}</xf>`);
    this.known.set(format, id);
    return id;
  }

  /** The number of a conditional look, for `dxfId`. */
  look(look: ConditionalLook): number {
    const font =
      look.fontColor === '' && look.bold === null && look.italic === null
        ? ''
        : `<font>${look.bold === true ? '<b/>' : ''}${look.italic === true ? '<i/>' : ''}` +
          `${look.fontColor === '' ? '' : `<color rgb="${argb(look.fontColor)}"/>`}</font>`;
    const fill = look.fillColor === '' ? '' : `<fill><patternFill><bgColor rgb="${argb(look.fillColor)}"/></patternFill></fill>`;
    return this.looks.place(`<dxf>${font}${fill}</dxf>`);
  }

  xml(): string {
    const own = [...this.formats].filter(([, id]) => id >= FIRST_OWN_FORMAT);
    const numbers = own.map(([formatCode, numFmtId]) => `<numFmt${attributes({ numFmtId, formatCode })}/>`).join('');
    return (
      `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (own.length === 0 ? '' : `<numFmts count="${String(own.length)}">${numbers}</numFmts>`) +
      this.fonts.xml('fonts') +
      this.fills.xml('fills') +
      this.borders.xml('borders') +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.cells.xml('cellXfs') +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      `${this.looks.xml('dxfs')}</styleSheet>`
    );
  }
}
