/** How cells look: immutable, shared records, so that a hundred thousand equal cells cost one object. */

export interface BorderLine {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

export type BorderSide = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'DiagonalDown' | 'DiagonalUp';

export interface CellFormat {
  readonly numberFormat: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  /** "#RRGGBB", or "" for no fill. */
  readonly fillColor: string;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly indentLevel: number;
  readonly textOrientation: number;
  readonly shrinkToFit: boolean;
  readonly readingOrder: string;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly style: string;
  readonly borders: Readonly<Partial<Record<BorderSide, BorderLine>>>;
}

export const DEFAULT_FORMAT: CellFormat = Object.freeze({
  numberFormat: 'General',
  fontName: 'Calibri',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  subscript: false,
  superscript: false,
  fillColor: '',
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  wrapText: false,
  indentLevel: 0,
  textOrientation: 0,
  shrinkToFit: false,
  readingOrder: 'Context',
  locked: true,
  formulaHidden: false,
  style: 'Normal',
  borders: Object.freeze({}),
});

export type FormatPatch = Partial<Omit<CellFormat, 'borders'>> & {
  /** null takes a line away. */
  readonly borders?: Partial<Record<BorderSide, BorderLine | null>>;
};

const derived = new WeakMap<CellFormat, Map<string, CellFormat>>();
const known = new Map<string, CellFormat>([[JSON.stringify(DEFAULT_FORMAT), DEFAULT_FORMAT]]);

/** The format that `base` becomes under `patch`; equal formats are the same object. */
export function patchFormat(base: CellFormat, patch: FormatPatch): CellFormat {
  let cache = derived.get(base);
  if (cache === undefined) derived.set(base, (cache = new Map<string, CellFormat>()));
  const patchKey = JSON.stringify(patch);
  const hit = cache.get(patchKey);
  if (hit !== undefined) return hit;
  const { borders: lines, ...plain } = patch;
  const borders: Partial<Record<BorderSide, BorderLine>> = { ...base.borders };
  for (const [side, line] of Object.entries(lines ?? {}) as [BorderSide, BorderLine | null][]) {
    if (line === null) delete borders[side];
    else borders[side] = line;
  }
  const sorted = Object.fromEntries(Object.entries(borders).sort(([a], [b]) => (a < b ? -1 : 1)));
  const next: CellFormat = { ...base, ...plain, borders: sorted };
  const key = JSON.stringify(next);
  const shared = known.get(key) ?? Object.freeze(next);
  known.set(key, shared);
  cache.set(patchKey, shared);
  return shared;
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  lime: '#00FF00',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  silver: '#C0C0C0',
  purple: '#800080',
  navy: '#000080',
  teal: '#008080',
  maroon: '#800000',
};

/** "#RRGGBB" in capitals for a colour as Office.js takes it ("#f00" is none); null when it is no colour. */
export function normalizeColor(color: unknown): string | null {
  if (typeof color !== 'string') return null;
  const text = color.trim();
  if (/^#?[0-9A-Fa-f]{6}$/.test(text)) return `#${text.replace('#', '').toUpperCase()}`;
  return NAMED_COLORS[text.toLowerCase()] ?? null;
}
