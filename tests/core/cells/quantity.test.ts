import { readQuantity, type QuantityContext, type QuantityReading } from '../../../src/core/cells/quantity';

const classes: QuantityContext = {
  nature: 'things',
  unit: 'lớp',
  yesNo: false,
  pair: { thing: 'lớp', person: 'người' },
};
const persons: QuantityContext = {
  ...classes,
  nature: 'persons',
  unit: 'người',
};
const heading: QuantityContext = { ...classes, pair: null };
const news: QuantityContext = { ...heading, unit: 'tin, bài/cuộc' };
const prints: QuantityContext = { ...heading, unit: 'quyển/tờ' };
const books: QuantityContext = { ...heading, unit: 'quyển' };
const groups: QuantityContext = { ...heading, unit: 'đơn vị' };
const individuals: QuantityContext = {
  ...heading,
  nature: 'persons',
  unit: 'cá nhân',
};
const money: QuantityContext = { ...heading, nature: 'money', unit: 'đồng' };
const districts: QuantityContext = { ...heading, unit: 'huyện', yesNo: true };
const schools: QuantityContext = {
  ...heading,
  unit: 'trường/trung tâm',
  yesNo: true,
};
const communes: QuantityContext = {
  ...heading,
  unit: 'xã, phường, đặc khu',
  yesNo: true,
};

const read = (value: string, context: QuantityContext): QuantityReading => readQuantity({ kind: 'text', value }, context);
const number = (value: number, context: QuantityContext): QuantityReading => readQuantity({ kind: 'number', value }, context);
const certain = (value: number, saysNature: 'things' | 'persons' | 'money' | null = null, reworded = true): QuantityReading => ({
  state: 'certain',
  value,
  reworded,
  saysNature,
});

test.each(['', ' ', '…', '.....', '____', '- - -', '\u00A0', '…………'])('R-VAL-01 %j is not reported', (text) => {
  expect(read(text, classes)).toEqual({ state: 'absent' });
  expect(readQuantity({ kind: 'empty' }, classes)).toEqual({
    state: 'absent',
  });
});

test.each([
  '-',
  '–',
  '—',
  'không',
  'Không',
  'KHÔNG',
  'không có',
  'Không có.',
  'không phát sinh',
  'Không phát sinh',
  'không có phát sinh',
  'ko',
  'khong co',
])('R-VAL-02 %j is a reported zero', (text) => {
  for (const context of [classes, persons, money, districts]) expect(read(text, context)).toEqual(certain(0));
});

test('R-VAL-02 nothing of what the row counts is a reported zero', () => {
  expect(read('0 lớp', classes)).toEqual(certain(0, 'things'));
  expect(read('không có lớp nào', classes)).toEqual(certain(0));
  expect(read('không có người', persons)).toEqual(certain(0));
  expect(number(0, classes)).toEqual(certain(0, null, false));
});

test.each(['không rõ', 'không có số liệu', 'chưa có', 'không đáng kể', 'gần như không', 'chưa phát sinh', 'không thống kê'])(
  'R-VAL-02 %j is no zero',
  (text) => {
    expect(read(text, classes)).toEqual({ state: 'unreadable', why: 'text' });
  },
);

test.each([
  ['1.250', 1250],
  ['02', 2],
  ['45 ', 45],
  ['12 345', 12345],
  ['180 187 842', 180187842],
  ['180\u00A0187\u00A0842', 180187842],
  ['+5', 5],
  ["'45", 45],
  ['12.', 12],
  ['１２', 12],
  ['12,0', 12],
  ['1.250,00', 1250],
  ['……12……', 12],
  ['...07...', 7],
  ['Tổng số: 12', 12],
])('R-VAL-03 %j is certainly %d, reworded', (text, value) => {
  expect(read(text, classes)).toEqual(certain(value));
});

test('R-VAL-03 a number typed plainly as text needs no hint', () => {
  expect(read('45', classes)).toEqual(certain(45, null, false));
});

test.each([
  ['12 lớp', classes, 12, 'things'],
  ['12lớp', classes, 12, 'things'],
  ['12 LỚP.', classes, 12, 'things'],
  ['12 lop', classes, 12, 'things'],
  ['Lớp: 12', classes, 12, 'things'],
  ['12 lớp tập huấn', classes, 12, 'things'],
  ['đã tổ chức được 12 lớp', classes, 12, 'things'],
  ['12 (lớp)', classes, 12, 'things'],
  ['12 lớp (đủ)', classes, 12, 'things'],
  ['15 (mười lăm)', classes, 15, null],
  ['12 lớp/người', classes, 12, 'things'],
  ['12 tin bài', news, 12, 'things'],
  ['12 tin, bài/cuộc', news, 12, 'things'],
  ['3 cuộc', news, 3, 'things'],
  ['300 cuốn', prints, 300, 'things'],
  ['300 quyển', prints, 300, 'things'],
  ['300 bản', books, 300, 'things'],
  ['50 tờ rơi', prints, 50, 'things'],
  ['02 khẩu hiệu', prints, 2, 'things'],
  ['3 tập thể', groups, 3, 'things'],
  ['2 trường', groups, 2, 'things'],
  ['5 cơ sở', schools, 5, 'things'],
  ['3 huyện', districts, 3, 'things'],
  ['3 phường', communes, 3, 'things'],
  ['350 người', persons, 350, 'persons'],
  ['1.640 lượt người', persons, 1640, 'persons'],
  ['1.640 lượt', persons, 1640, 'persons'],
  ['350 học sinh', persons, 350, 'persons'],
  ['2.500 hội viên', persons, 2500, 'persons'],
  ['350 HS', persons, 350, 'persons'],
  ['120 CBGV', persons, 120, 'persons'],
  ['50 cán bộ, giáo viên', persons, 50, 'persons'],
  ['450 em học sinh tham gia', persons, 450, 'persons'],
  ['5 cá nhân', individuals, 5, 'persons'],
] as const)('R-VAL-04 %j with its unit word is certain', (text, context, value, nature) => {
  expect(read(text, context)).toEqual(certain(value, nature));
});

test('R-VAL-05 the unit word says what is counted where the number stands in the other column', () => {
  expect(read('350 người', classes)).toEqual(certain(350, 'persons'));
  expect(read('12 lớp', persons)).toEqual(certain(12, 'things'));
  expect(read('350 lượt người', heading)).toEqual(certain(350, 'persons'));
});

test.each([
  ['15 lớp/450 người', 15, 450],
  ['15 LỚP / 450 NGƯỜI', 15, 450],
  ['15 lop/450 nguoi', 15, 450],
  ['12 lớp với 1.640 lượt người', 12, 1640],
  ['10 lớp đào tạo nghề cho 350 người', 10, 350],
  ['15 lớp (450 người)', 15, 450],
  ['15 lớp, 450 học sinh', 15, 450],
  ['15 lớp\n450 người', 15, 450],
  ['15 lớp - 450 hội viên', 15, 450],
  ['450 người/15 lớp', 15, 450],
  ['3 lớp/90 HV', 3, 90],
])('R-VAL-06 %j holds both quantities, certain', (text, thing, person) => {
  for (const context of [classes, persons])
    expect(read(text, context)).toEqual({
      state: 'certain-pair',
      thing,
      person,
    });
});

test('R-VAL-06 only a row that asks for two quantities is split', () => {
  expect(read('15 lớp/450 người', heading)).toEqual(certain(15));
  expect(read('12 tập thể, 5 cá nhân', individuals)).toEqual(certain(5));
  expect(read('12 tập thể, 5 cá nhân', groups)).toEqual(certain(12));
  expect(read('15/450', heading)).toEqual({ state: 'unreadable', why: 'text' });
  expect(read('132/210', news)).toEqual({ state: 'unreadable', why: 'text' });
  expect(read('16/16 xã', schools)).toEqual({
    state: 'unreadable',
    why: 'text',
  });
});

test.each([
  ['15/450', 15, 450],
  ['15 / 450', 15, 450],
  ['15;450', 15, 450],
  ['15\n450', 15, 450],
  ['15/1.450', 15, 1450],
  ['2/10', 2, 10],
  ['15 lớp/450', 15, 450],
  ['15 lớp 450', 15, 450],
  ['15/450 người', 15, 450],
  ['15 lớp/khoảng 450 người', 15, 450],
  ['hai lớp/ba mươi người', 2, 30],
  ['15 lớp (450)', 15, 450],
  ['15/-', 15, 0],
  ['-/450', 0, 450],
  ['-/-', 0, 0],
  ['15/không', 15, 0],
])('R-VAL-20 %j is offered as two quantities', (text, thing, person) => {
  for (const context of [classes, persons])
    expect(read(text, context)).toEqual({
      state: 'proposed-pair',
      thing,
      person,
      why: 'pair',
    });
});

test('R-VAL-20 a part of a number is no second quantity', () => {
  expect(read('350 người (200 nữ)', persons)).toEqual({
    state: 'proposed',
    value: 350,
    why: 'approximate',
  });
  expect(read('350 người, trong đó 200 nữ', persons)).toEqual({
    state: 'proposed',
    value: 350,
    why: 'approximate',
  });
  expect(read('12/15 lớp', classes)).toEqual({
    state: 'unreadable',
    why: 'text',
  });
});

test('R-VAL-21 a date that Excel made of "2/10" is offered as day and month', () => {
  const october = {
    kind: 'date',
    iso: '2024-10-02T00:00:00',
    serial: 45567,
    format: 'd-mmm',
  } as const;
  expect(readQuantity(october, classes)).toEqual({
    state: 'proposed-pair',
    thing: 2,
    person: 10,
    why: 'date',
  });
  expect(readQuantity({ ...october, iso: '2024-10-02' }, persons)).toEqual({
    state: 'proposed-pair',
    thing: 2,
    person: 10,
    why: 'date',
  });
  expect(readQuantity({ ...october, format: 'm/d' }, classes)).toEqual({
    state: 'proposed-pair',
    thing: 10,
    person: 2,
    why: 'date',
  });
  expect(
    readQuantity(
      {
        kind: 'date',
        iso: '1945-10-01T00:00:00',
        serial: 16711,
        format: 'mmm-yy',
      },
      classes,
    ),
  ).toEqual({
    state: 'proposed-pair',
    thing: 10,
    person: 45,
    why: 'date',
  });
});

test('R-VAL-21 a date in a row of one quantity, a time and a date about 1900 are unreadable', () => {
  const date = {
    kind: 'date',
    iso: '2024-10-02T00:00:00',
    serial: 45567,
  } as const;
  expect(readQuantity(date, news)).toEqual({
    state: 'unreadable',
    why: 'date',
  });
  expect(readQuantity({ ...date, iso: '2024-10-02T15:45:00' }, classes)).toEqual({ state: 'unreadable', why: 'date' });
  expect(readQuantity({ ...date, iso: '1900-02-14T00:00:00', serial: 45 }, classes)).toEqual({
    state: 'unreadable',
    why: 'date',
  });
  expect(readQuantity({ ...date, iso: 'nonsense' }, classes)).toEqual({
    state: 'unreadable',
    why: 'date',
  });
  for (const text of ['02/10/2024', '2-10-2024', 'ngày 2 tháng 10', 'ngày 2/10']) {
    expect(read(text, classes)).toEqual({ state: 'unreadable', why: 'date' });
  }
});

test.each([
  ['hơn 200', 200],
  ['gần 200 người', 200],
  ['khoảng 200', 200],
  ['Trên 200', 200],
  ['khoảng hơn 200 người', 200],
  ['ước đạt 200', 200],
  ['~200', 200],
  ['≈ 200', 200],
  ['> 200', 200],
  ['≥200', 200],
  ['200+', 200],
  ['200 trở lên', 200],
  ['200?', 200],
  ['gần 3,6 triệu lượt người', 3600000],
  ['350 người (trong đó 12 nữ)', 350],
  ['350 người (dự kiến)', 350],
  ['15 (mười sáu)', 15],
  ['200-', 200],
  ['200*', 200],
  ['200/', 200],
])('R-VAL-22 %j is offered as %d', (text, value) => {
  expect(read(text, persons)).toEqual({
    state: 'proposed',
    value,
    why: 'approximate',
  });
});

test.each([
  ['mười lăm', 15],
  ['hai mươi mốt người', 21],
  ['một trăm linh năm', 105],
  ['muoi lam', 15],
  ['3 nghìn người', 3000],
])('R-VAL-23 the words %j are offered as %d', (text, value) => {
  expect(read(text, persons)).toEqual({
    state: 'proposed',
    value,
    why: 'words',
  });
});

test('R-VAL-24 a number below 1000 with decimals in a count was typed with a thousands dot', () => {
  expect(number(1.25, persons)).toEqual({
    state: 'proposed',
    value: 1250,
    why: 'thousands',
  });
  expect(number(1.2, classes)).toEqual({
    state: 'proposed',
    value: 1200,
    why: 'thousands',
  });
  expect(number(12.345, classes)).toEqual({
    state: 'proposed',
    value: 12345,
    why: 'thousands',
  });
  expect(read('1.25', persons)).toEqual({
    state: 'proposed',
    value: 1250,
    why: 'thousands',
  });
});

test('R-VAL-25 a comma that may group thousands is offered', () => {
  expect(read('1,234', persons)).toEqual({
    state: 'proposed',
    value: 1234,
    why: 'comma',
  });
  expect(read('1,234 người', persons)).toEqual({
    state: 'proposed',
    value: 1234,
    why: 'comma',
  });
  expect(read('5,000,000 đồng', money)).toEqual({
    state: 'proposed',
    value: 5000000,
    why: 'comma',
  });
});

test.each(['x', 'X', 'có', 'Có', 'co', '√', '✓', 'v', '(x)', 'có tổ chức'])(
  'R-VAL-26 the mark %j is offered as one only where a row asks yes or no',
  (text) => {
    for (const context of [districts, schools, communes])
      expect(read(text, context)).toEqual({
        state: 'proposed',
        value: 1,
        why: 'mark',
      });
    for (const context of [classes, persons, money, news])
      expect(read(text, context)).toEqual({ state: 'unreadable', why: 'mark' });
  },
);

test.each([
  ['12 tin, 3 bài', news, 15],
  ['200 quyển, 50 tờ', prints, 250],
  ['2 trường, 1 trung tâm', schools, 3],
  ['200 học sinh, 30 giáo viên', persons, 230],
  ['10 lớp + 5 lớp', classes, 15],
  ['10+5', classes, 15],
  ['5.000.000đ; 3.000.000đ', money, 8000000],
  ['5 triệu và 3 triệu', money, 8000000],
] as const)('R-VAL-27 %j, alternatives of one quantity, is offered as the sum', (text, context, value) => {
  expect(read(text, context)).toEqual({
    state: 'proposed',
    value,
    why: 'sum',
  });
});

test.each([
  ['5 triệu đồng', 5000000],
  ['25,7 tỷ đồng', 25700000000],
  ['25,7 tỉ đồng', 25700000000],
  ['500 ngàn', 500000],
  ['500 nghìn đồng', 500000],
  ['5.000.000đ', 5000000],
  ['5.000.000 VNĐ', 5000000],
  ['50.000.000 đồng.', 50000000],
  ['5tr', 5000000],
  ['500k', 500000],
  ['12 trđ', 12000000],
  ['10 tr.đ', 10000000],
  ['12.5 triệu', 12500000],
  ['10 triệu 500 nghìn', 10500000],
  ['5 tỷ 200 triệu đồng', 5200000000],
  ['5 triệu rưỡi', 5500000],
  ['0,5 triệu', 500000],
  ['5.000.000 (năm triệu đồng)', 5000000],
  ['10 triệu (xã hội hóa)', 10000000],
  ['71 triệu đồng', 71000000],
  ['VNĐ 5.000.000', 5000000],
  ['1.500.000 ₫', 1500000],
  ['5 000 000 đồng', 5000000],
  ['5.000 (nghìn đồng)', 5000000],
  ['Kinh phí: 5.000.000 đồng', 5000000],
  ['10.000.000đ (Mười triệu đồng chẵn)', 10000000],
])('R-VAL-28 the money %j is certainly %d đồng', (text, value) => {
  expect(read(text, money)).toMatchObject({
    state: 'certain',
    value,
    reworded: true,
  });
});

test('R-VAL-28 multipliers are certain only for money', () => {
  expect(read('5 triệu đồng', classes)).toEqual({
    state: 'unreadable',
    why: 'other-unit',
  });
  expect(read('5.000.000đ', persons)).toEqual({
    state: 'unreadable',
    why: 'other-unit',
  });
  expect(read('3 tr', schools)).not.toMatchObject({ state: 'certain' });
  expect(read('khoảng 10 triệu đồng', money)).toEqual({
    state: 'proposed',
    value: 10000000,
    why: 'approximate',
  });
  expect(read('năm triệu đồng', money)).toEqual({
    state: 'proposed',
    value: 5000000,
    why: 'words',
  });
  // The remark may multiply: neither 5.000 nor 5.000.000 may be offered.
  expect(read('5.000 (ĐVT: nghìn đồng)', money)).toEqual({
    state: 'unreadable',
    why: 'text',
  });
  expect(read('5.000.000 (sáu triệu đồng)', money)).toMatchObject({
    state: 'proposed',
    value: 5000000,
  });
  expect(read('5tr5', money)).toEqual({
    state: 'proposed',
    value: 5500000,
    why: 'words',
  });
});

test.each([
  '20 suất × 500 ngàn',
  '20 suất x 500 ngàn',
  '20 suất x 500.000đ',
  '20x500.000',
  '20 * 500000',
  'mỗi suất 500 ngàn',
  '20 suất học bổng (mỗi suất trị giá 500 ngàn đồng)',
  '20 suất, 500 ngàn đồng',
  '500.000đ/người',
  '500.000 đồng/suất',
])('R-VAL-30 the product %j is unreadable', (text) => {
  expect(read(text, money)).toEqual({ state: 'unreadable', why: 'product' });
});

test('R-VAL-30 a product of counts is unreadable too', () => {
  expect(read('15 lớp x 30 người', classes)).toEqual({
    state: 'unreadable',
    why: 'product',
  });
  expect(read('15 lớp, mỗi lớp 30 người', classes)).toEqual({
    state: 'unreadable',
    why: 'product',
  });
});

test('R-VAL-31 negative numbers are unreadable', () => {
  for (const text of ['-5', '- 5', '\u22125', '-1.250', 'âm 5'])
    expect(read(text, classes)).toEqual({
      state: 'unreadable',
      why: 'negative',
    });
  expect(number(-5, classes)).toEqual({ state: 'unreadable', why: 'negative' });
  expect(number(-1e-9, classes)).toEqual(certain(0, null, false));
});

test('R-VAL-32 error values, formulas without a result and logical values are unreadable', () => {
  expect(readQuantity({ kind: 'error', code: '#DIV/0!' }, classes)).toEqual({
    state: 'unreadable',
    why: 'error',
  });
  expect(read('#REF!', classes)).toEqual({ state: 'unreadable', why: 'error' });
  expect(readQuantity({ kind: 'uncalculated' }, classes)).toEqual({
    state: 'unreadable',
    why: 'uncalculated',
  });
  expect(readQuantity({ kind: 'boolean', value: true }, districts)).toEqual({
    state: 'unreadable',
    why: 'text',
  });
});

test('R-VAL-33 fractions of things and persons are unreadable; a floating error is none', () => {
  expect(read('12,5', classes)).toEqual({
    state: 'unreadable',
    why: 'fraction',
  });
  expect(number(0.5, classes)).toEqual({
    state: 'unreadable',
    why: 'fraction',
  });
  expect(number(1234.5, classes)).toEqual({
    state: 'unreadable',
    why: 'fraction',
  });
  expect(number(1.23456, classes)).toEqual({
    state: 'unreadable',
    why: 'fraction',
  });
  expect(number(12.5, money)).toEqual({ state: 'unreadable', why: 'fraction' });
  expect(number(12.000000001, classes)).toEqual(certain(12, null, false));
  expect(number(0.1 * 3 * 10, classes)).toEqual(certain(3, null, false));
  expect(number(1234567.33, money)).toEqual({
    state: 'proposed',
    value: 1234567,
    why: 'approximate',
  });
});

test.each([
  ['hơn 300 đầu sách', books],
  ['300 đầu sách', prints],
  ['12 lớp', books],
  ['12 quyển', classes],
  ['12 lớp', money],
  ['350 người', money],
  ['20 suất', money],
  ['3 tập thể', individuals],
  ['12 xã', districts],
  ['12 (quyển)', classes],
] as const)('R-VAL-34 %j counts another thing', (text, context) => {
  expect(read(text, context)).toEqual({
    state: 'unreadable',
    why: 'other-unit',
  });
});

test('R-VAL-35 numbers beyond a million billion are too large', () => {
  expect(number(2e15, classes)).toEqual({
    state: 'unreadable',
    why: 'too-large',
  });
  expect(read('9'.repeat(20), classes)).toEqual({
    state: 'unreadable',
    why: 'too-large',
  });
  expect(number(Number.POSITIVE_INFINITY, classes)).toEqual({
    state: 'unreadable',
    why: 'too-large',
  });
});

test.each([
  'khá nhiều',
  'nhiều',
  'vài chục',
  'hàng trăm',
  'một số lớp',
  'một vài người',
  '15-20',
  '15 - 20 người',
  '10 đến 12',
  'từ 10 đến 12',
  '10 hoặc 12',
  '50%',
  '1e5',
  '12 34',
  '1.2.3',
  '0912 345 678',
  'năm 2024',
  'dưới 200',
  '< 200',
  '12 lớp 3 buổi 4 ngày',
  '10 lớp đào tạo nghề cho 350 người, giảm 9 lớp so với cùng kỳ',
  'xem phụ lục',
  'theo báo cáo số 12',
  '(5)',
  '/',
  '?',
  '٣٤',
  '12²',
])('R-VAL-36 %j is unreadable, never zero', (text) => {
  expect(read(text, classes)).toEqual({ state: 'unreadable', why: 'text' });
});

test('R-VAL-37 what may name something else is only offered', () => {
  expect(read('Lớp 5', classes)).toMatchObject({ state: 'proposed', value: 5 });
  expect(read('300 sách', books)).toMatchObject({
    state: 'proposed',
    value: 300,
  });
  expect(read('12 lớp chất lượng cao', classes)).toMatchObject({
    state: 'proposed',
    value: 12,
  });
  expect(read('- 12 lớp', classes)).toMatchObject({
    state: 'proposed',
    value: 12,
  });
});

test('R-VAL-38 a unit of measure that no list knows is taken from the form', () => {
  const models: QuantityContext = { ...heading, unit: 'mô hình điểm' };
  expect(read('3 mô hình điểm', models)).toEqual(certain(3, 'things'));
  expect(read('3 lớp', models)).toEqual({
    state: 'unreadable',
    why: 'other-unit',
  });
});
