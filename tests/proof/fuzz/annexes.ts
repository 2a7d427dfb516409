/**
 * Annexes as units might fill them, with chance in every habit that the product knows: order and words of columns, rows
 * moved, deleted, added, misspelt, numbers typed in many ways. What the unit meant is known, so that a counted number
 * that differs from it is a silent error.
 */
import XLSX from '@e965/xlsx';
import type { Indicator, IndicatorField } from '../../../src/core/forms/definition';
import { FORM } from '../../support/annex';
import type { Random } from './random';

type Cell = string | number | null;

/** What must become of a field: counted with this value; offered, not counted; said to be unreadable. */
export type Truth =
  | { readonly state: 'certain'; readonly value: number }
  | { readonly state: 'proposed' }
  | { readonly state: 'unreadable' };

export interface GeneratedAnnex {
  readonly name: string;
  readonly unit: string;
  readonly bytes: Uint8Array;
  /** Field key → what was meant. A field without an entry was left out or left blank. */
  readonly truth: ReadonlyMap<string, Truth>;
}

const [FIRST, SECOND] = FORM.measures;
if (FIRST === undefined || SECOND === undefined) throw new Error('the form has two measures');

/** Makes one annex; `number` keeps units of one run apart. */
export function generateAnnex(random: Random, number: number): GeneratedAnnex {
  const truth = new Map<string, Truth>();
  const unit = `UBND xã Thử ${'ABCDEGHIKLMNOPQRSTUVXY'[number % 22] ?? 'A'}${String(number)}`;
  const rows = bodyRows(random, truth);
  const columns = random.percent(40) ? random.shuffled(['number', 'label', 'unit', 'first', 'second', 'note']) : ['number', 'label', 'unit', 'first', 'second', 'note'];
  const left = random.below(3);
  const lay = (row: Readonly<Record<string, Cell>>): Cell[] => [
    ...Array.from({ length: left }, () => null),
    ...columns.map((column) => row[column] ?? null),
  ];
  const sheet: Cell[][] = [
    ...Array.from({ length: random.below(3) }, () => []),
    ['Phụ lục II'],
    ['TỔNG HỢP SỐ LIỆU KẾT QUẢ TỔ CHỨC'],
    ['TUẦN LỄ HƯỞNG ỨNG HỌC TẬP SUỐT ĐỜI NĂM 2024'],
    [`Đơn vị báo cáo: ${unit}`],
    [],
    lay({
      number: random.pick(['TT', 'STT', 'Số TT']),
      label: random.pick(['Nội dung các hoạt động', 'Nội dung', 'NỘI DUNG CÁC HOẠT ĐỘNG']),
      unit: random.pick(['Đơn vị', 'Đơn vị tính', 'ĐVT']),
      first: 'Số lớp/số cuộc thi',
      second: random.pick(['Người', 'Số người']),
      note: 'Ghi chú',
    }),
    ...rows.map(lay),
    [],
    [null, null, null, 'THỦ TRƯỞNG ĐƠN VỊ'],
    [null, null, null, '(Ký tên, đóng dấu)'],
  ];
  const format = random.pick(['xlsx', 'xlsx', 'xlsx', 'biff8', 'ods', 'xlsb'] as const);
  return { name: `unit-${String(number)}.${format === 'biff8' ? 'xls' : format}`, unit, bytes: write(random, sheet, format), truth };
}

function write(random: Random, rows: readonly Cell[][], format: 'xlsx' | 'biff8' | 'ods' | 'xlsb'): Uint8Array {
  const book = XLSX.utils.book_new();
  if (random.percent(20)) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Ghi chú riêng', 12, 450]]), 'Nháp');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), random.pick(['Sheet1', 'PL2', 'Phụ lục II']));
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: format, compression: true }) as Buffer);
}

function bodyRows(random: Random, truth: Map<string, Truth>): Readonly<Record<string, Cell>>[] {
  const rows = FORM.indicators.flatMap((indicator) => {
    if (indicator.kind === 'item' && random.percent(8)) return [];
    const row = { number: numberOf(random, indicator), label: labelOf(random, indicator), unit: indicator.unitOfMeasure, note: null };
    return [{ ...row, ...quantitiesOf(random, indicator, truth) }];
  });
  if (random.percent(30)) {
    const [moved] = rows.splice(5 + random.below(rows.length - 6), 1);
    if (moved !== undefined) rows.splice(5 + random.below(rows.length - 6), 0, moved);
  }
  if (random.percent(30)) {
    const own = { number: null, label: 'Hoạt động riêng của địa phương', unit: 'Cuộc', note: null, first: 3, second: null };
    rows.splice(rows.length - 1, 0, own);
  }
  return rows;
}

function numberOf(random: Random, indicator: Indicator): Cell {
  if (random.percent(6)) return null;
  const number = indicator.number;
  return random.percent(10) && /^\d+(\.\d)?$/.test(number) ? Number(number) : number;
}

/** The label as printed, decomposed, in capitals, with a wide space, or with one letter wrong in a long one. */
function labelOf(random: Random, indicator: Indicator): string {
  const text = indicator.text;
  switch (random.below(12)) {
    case 0:
      return text.normalize('NFD');
    case 1:
      return text.toUpperCase();
    case 2:
      return ` ${text.replace(' ', '\u00a0')} `;
    case 3: {
      const at = 3 + random.below(Math.max(1, text.length - 4));
      return text.length < 25 || !/\p{L}/u.test(text[at] ?? '') ? text : text.slice(0, at) + text.slice(at + 1);
    }
    default:
      return text;
  }
}

interface Quantities {
  readonly first: Cell;
  readonly second: Cell;
}

function quantitiesOf(random: Random, indicator: Indicator, truth: Map<string, Truth>): Quantities {
  const cells: { first: Cell; second: Cell } = { first: null, second: null };
  const [one, two] = indicator.fields;
  if (one === undefined || random.percent(25)) return cells;
  const key = (field: IndicatorField): string => `${indicator.id}/${field.measure}`;
  const place = (field: IndicatorField): 'first' | 'second' => (field.measure === FIRST?.id ? 'first' : 'second');
  if (two !== undefined && random.percent(15)) {
    const things = 1 + random.below(90);
    const persons = things * (5 + random.below(40));
    const certain = random.percent(50);
    cells.first = certain ? `${String(things)} ${one.unit}/${String(persons)} ${two.unit}` : `${String(things)}/${String(persons)}`;
    truth.set(key(one), certain ? { state: 'certain', value: things } : { state: 'proposed' });
    truth.set(key(two), certain ? { state: 'certain', value: persons } : { state: 'proposed' });
    return cells;
  }
  for (const field of indicator.fields) {
    if (random.percent(10)) continue;
    const [cell, meant] = typed(random, field);
    cells[place(field)] = cell;
    truth.set(key(field), meant);
  }
  return cells;
}

/** A value as somebody types it, and what it must be taken for. */
function typed(random: Random, field: IndicatorField): readonly [Cell, Truth] {
  const money = field.nature === 'money';
  const value = money ? (1 + random.below(400)) * 500_000 : random.percent(5) ? 0 : 1 + random.below(random.percent(80) ? 300 : 9000);
  const certain = { state: 'certain', value } as const;
  const dotted = String(value).replace(/\B(?=(\d{3})+$)/g, '.');
  switch (random.below(14)) {
    case 0:
      return [String(value), certain];
    case 1:
      return [` ${dotted} `, certain];
    case 2:
      return [`${dotted} ${field.unit}`, certain];
    case 3:
      return value < 10 && !money ? [`0${String(value)}`, certain] : [value, certain];
    case 4:
      return [dotted.replace(/\./g, ' '), certain];
    case 5:
      return money ? [`${String(value / 1_000_000).replace('.', ',')} triệu đồng`, certain] : [value, certain];
    case 6:
      return [random.pick(['-', 'không', 'Không có', 'không phát sinh']), { state: 'certain', value: 0 }];
    case 7:
      return [random.pick(['khá nhiều', '#', '20 suất × 500 ngàn', 'đang thống kê']), { state: 'unreadable' }];
    case 8:
      return [-1 - random.below(50), { state: 'unreadable' }];
    case 9:
      return money ? [value, certain] : [`${random.pick(['khoảng', 'gần', 'hơn', 'trên'])} ${String(value + 1)}`, { state: 'proposed' }];
    default:
      return [value, certain];
  }
}
