/** Looks of the model as Univer's styles, and the few that a person can set at the grid back again. */
import type { IStyleData } from '@univerjs/core';
import type { BorderLine, BorderSide, CellFormat, FormatPatch } from '../../model/cell-format';
import type { ConditionalLook } from '../../model/parts';

/** Univer's numbers for alignments, lines and wrapping. */
const HORIZONTAL: Readonly<Record<string, number>> = { Left: 1, Center: 2, Right: 3, Justify: 4, CenterAcrossSelection: 2 };
const VERTICAL: Readonly<Record<string, number>> = { Top: 1, Center: 2, Bottom: 3 };
const WRAP = 3;
const LINES: Readonly<Record<string, number>> = { Dot: 3, Dash: 4, DashDot: 5, DashDotDot: 6, Double: 7, SlantDashDot: 12 };
const WEIGHTS: Readonly<Record<string, number>> = { Hairline: 2, Thin: 1, Medium: 8, Thick: 13 };

const line = (border: BorderLine | undefined): { s: number; cl: { rgb: string } } | null => {
  if (border === undefined) return null;
  const style = border.style === 'Continuous' ? (WEIGHTS[border.weight] ?? 1) : (LINES[border.style] ?? 1);
  return { s: style, cl: { rgb: border.color } };
};

/** Office's fonts are not on every machine: a near one takes their place, serif for serif. */
const fontStack = (name: string): string =>
  /times|cambria|georgia|serif/i.test(name)
    ? `${name}, "Liberation Serif", serif`
    : `${name}, Carlito, "Segoe UI", Arial, sans-serif`;

const cache = new WeakMap<CellFormat, IStyleData>();

/** The style of a format; equal formats give the same object. */
export function toStyle(format: CellFormat): IStyleData {
  const known = cache.get(format);
  if (known !== undefined) return known;
  const side = (name: BorderSide): ReturnType<typeof line> => line(format.borders[name]);
  const style = {
    ff: fontStack(format.fontName),
    fs: format.fontSize,
    bl: format.bold ? 1 : 0,
    it: format.italic ? 1 : 0,
    ul: { s: format.underline === 'None' ? 0 : 1 },
    st: { s: format.strikethrough ? 1 : 0 },
    cl: { rgb: format.fontColor },
    bg: format.fillColor === '' ? null : { rgb: format.fillColor },
    ht: HORIZONTAL[format.horizontalAlignment] ?? 0,
    vt: VERTICAL[format.verticalAlignment] ?? 3,
    tb: format.wrapText ? WRAP : 1,
    n: format.numberFormat === 'General' ? null : { pattern: format.numberFormat },
    bd: { t: side('EdgeTop'), b: side('EdgeBottom'), l: side('EdgeLeft'), r: side('EdgeRight') },
    pd: format.indentLevel > 0 ? { l: 2 + format.indentLevel * 9 } : null,
    // Univer's types leave out the nulls with which it clears a property.
  } as unknown as IStyleData;
  cache.set(format, style);
  return style;
}

/** What a conditional format or a table puts on top. */
export interface Overlay {
  readonly fillColor?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
}

export const overlayOf = (look: ConditionalLook): Overlay => ({
  ...(look.fillColor === '' ? {} : { fillColor: look.fillColor }),
  ...(look.fontColor === '' ? {} : { fontColor: look.fontColor }),
  ...(look.bold === null ? {} : { bold: look.bold }),
});

export function withOverlay(style: IStyleData, overlay: Overlay | null): IStyleData {
  if (overlay === null) return style;
  return {
    ...style,
    ...(overlay.fillColor === undefined ? {} : { bg: { rgb: overlay.fillColor } }),
    ...(overlay.fontColor === undefined ? {} : { cl: { rgb: overlay.fontColor } }),
    ...(overlay.bold === undefined ? {} : { bl: overlay.bold ? 1 : 0 }),
  };
}

const nameOf = (table: Readonly<Record<string, number>>, value: number): string | null =>
  Object.entries(table).find(([, number]) => number === value)?.[0] ?? null;

/** "rgb(1,2,3)" and "#abc" as "#RRGGBB"; null for what is neither. */
function hex(color: unknown): string | null {
  if (typeof color !== 'string') return null;
  const rgb = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color);
  if (rgb !== null) {
    const parts = rgb.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0'));
    return `#${parts.join('')}`.toUpperCase();
  }
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  if (short !== null)
    return `#${short
      .slice(1)
      .map((d) => d + d)
      .join('')}`.toUpperCase();
  return /^#[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : null;
}

/** The change that a style written at the grid means for a format. */
export function toPatch(style: Readonly<Record<string, unknown>>): FormatPatch {
  const patch: Record<string, unknown> = {};
  const at = (name: string): Record<string, unknown> | null => {
    const value = style[name];
    return typeof value === 'object' && value !== null ? { ...value } : null;
  };
  if ('bl' in style) patch['bold'] = style['bl'] === 1;
  if ('it' in style) patch['italic'] = style['it'] === 1;
  if ('ul' in style) patch['underline'] = at('ul')?.['s'] === 1 ? 'Single' : 'None';
  if ('st' in style) patch['strikethrough'] = at('st')?.['s'] === 1;
  if (typeof style['ff'] === 'string') patch['fontName'] = style['ff'].split(',')[0] ?? style['ff'];
  if (typeof style['fs'] === 'number') patch['fontSize'] = style['fs'];
  if ('bg' in style) patch['fillColor'] = hex(at('bg')?.['rgb']) ?? '';
  const color = hex(at('cl')?.['rgb']);
  if (color !== null) patch['fontColor'] = color;
  if (typeof style['ht'] === 'number') patch['horizontalAlignment'] = nameOf(HORIZONTAL, style['ht']) ?? 'General';
  if (typeof style['vt'] === 'number') patch['verticalAlignment'] = nameOf(VERTICAL, style['vt']) ?? 'Bottom';
  if (typeof style['tb'] === 'number') patch['wrapText'] = style['tb'] === WRAP;
  const pattern = at('n')?.['pattern'];
  if (typeof pattern === 'string') patch['numberFormat'] = pattern;
  return patch;
}
