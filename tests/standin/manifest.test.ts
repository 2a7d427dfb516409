/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localAddress, readRibbon } from '../../src/standin/page/manifest';
import { setsWithExcelApi } from '../../src/standin/protocol/requirement-sets';

const text = readFileSync(join(__dirname, '..', '..', 'src', 'standin', 'probe', 'manifest.xml'), 'utf8');
const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'text/xml');

test('R-STD-26 tabs, groups and buttons come from the manifest, with icons and actions', () => {
  const ribbon = readRibbon(parse(text), 'vi-VN');
  expect(ribbon.name).toBe('Tiện ích thử');
  expect(localAddress(ribbon.startPage)).toBe('/standin/probe/index.html');
  const [tab] = ribbon.tabs;
  expect([tab?.label, tab?.groups[0]?.label]).toEqual(['Tiện ích thử', 'Thử']);
  expect(tab?.groups[0]?.buttons.map(({ label, action }) => [label, action])).toEqual([
    ['Mở ngăn', { kind: 'showTaskpane', url: 'https://localhost:3000/standin/probe/index.html' }],
    ['Điền bảng mẫu', { kind: 'executeFunction', functionName: 'fillForm' }],
  ]);
  expect(tab?.groups[0]?.buttons[0]?.icon).toBe('https://localhost:3000/standin/probe/icon.svg');
  expect(tab?.groups[0]?.buttons[0]?.description).toBe('Mở ngăn của tiện ích thử.');
});

test('R-STD-26 another language takes its overrides, and the default where it has none', () => {
  const ribbon = readRibbon(parse(text), 'en-US');
  expect([ribbon.name, ribbon.tabs[0]?.label, ribbon.tabs[0]?.groups[0]?.buttons[1]?.label]).toEqual([
    'Probe',
    'Probe',
    'Fill a sample',
  ]);
  expect(ribbon.tabs[0]?.groups[0]?.buttons[0]?.description).toBe('Mở ngăn của tiện ích thử.');
});

test.each([
  ['a dangling resource', text.replace('resid="Group.Label"', 'resid="Khong.Co"'), /Khong\.Co/],
  ['a button without words', text.replace('<Label resid="Fill.Label"/>', ''), /has no <Label>/],
  ['an unknown action', text.replace('xsi:type="ExecuteFunction"', 'xsi:type="Launch"'), /Launch/],
  ['another document', '<a/>', /no manifest/],
])('R-STD-26 %s is refused', (_what, xml, reason) => {
  expect(() => readRibbon(parse(xml), 'vi-VN')).toThrow(reason);
});

test('R-STD-26 a manifest without commands has no tabs but still a pane', () => {
  const plain = text.replace(/<VersionOverrides[\s\S]*<\/VersionOverrides>/, '');
  expect(readRibbon(parse(plain), 'vi-VN')).toMatchObject({
    tabs: [],
    startPage: 'https://localhost:3000/standin/probe/index.html',
  });
});

test('R-STD-31 an Excel that lacks a required set shows no commands and opens the plain page', () => {
  const product = readFileSync(join(__dirname, '..', '..', 'manifest.xml'), 'utf8');
  const startPage = (excelApi: string): string => readRibbon(parse(product), 'vi-VN', setsWithExcelApi(excelApi)).startPage;
  expect(['1.14', '1.20'].map(startPage).map(localAddress)).toEqual(['/excel.html', '/excel.html']);
  expect(['1.13', '1.8', '1.1'].map(startPage).map(localAddress)).toEqual(['/unsupported.html', '/unsupported.html', '/unsupported.html']);
  expect(readRibbon(parse(product), 'vi-VN', setsWithExcelApi('1.8')).tabs).toEqual([]);
});
