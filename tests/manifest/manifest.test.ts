/** The manifest: what its schemas do not see, and that each check of it can fail. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ACTION_IDS } from '../../src/commands/action-ids';
import {
  ADDRESS,
  findElements,
  manifestProblems,
  MANIFEST_ID,
  parseManifest,
  SIZES,
  type ManifestFacts,
} from '../support/manifest';
import { filesUnder, readText, ROOT } from '../support/source-tree';

const manifest = readText('manifest.xml');
const packageVersion = (JSON.parse(readText('package.json')) as { version: string }).version;
const icons = filesUnder('assets/icons');

/** Width and height as the file says, at their places in every PNG. */
function pixelsOf(file: string): number {
  const bytes = readFileSync(join(ROOT, file));
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  expect(bytes.readUInt32BE(20)).toBe(bytes.readUInt32BE(16));
  return bytes.readUInt32BE(16);
}

const facts: ManifestFacts = {
  iconSizes: new Map(icons.map((file) => [file.replace('assets/', ''), pixelsOf(file)])),
  actionIds: ACTION_IDS,
  version: packageVersion,
};

test('R-MAN-01 R-MAN-02 R-MAN-03 R-MAN-04 R-MAN-05 R-MAN-06 nothing is wrong with the manifest', () => {
  expect(manifestProblems(manifest, facts)).toEqual([]);
});

/** Mistake → what is changed, and the sentence it must get. */
const MISTAKES: readonly (readonly [rule: string, from: string | RegExp, to: string, sentence: string])[] = [
  ['dangling resid', 'resid="Support.Url"', 'resid="Help.Url"', 'resid Help.Url is nowhere defined'],
  ['unused resource', 'resid="Support.Url"', 'resid="Pane.Url"', 'resource Support.Url is not used'],
  [
    'long resid',
    /Support\.Url/g,
    'Support.Url.With.A.Name.Of.33.Cha',
    'resid Support.Url.With.A.Name.Of.33.Cha has more than 32 characters',
  ],
  ['double resource', '<bt:Url id="Support.Url"', '<bt:Url id="Pane.Url"', 'resource Pane.Url is defined twice'],
  [
    'wrong list',
    '<Title resid="GetStarted.Title"/>',
    '<Title resid="GetStarted.Text"/>',
    'Title GetStarted.Text stands under LongStrings',
  ],
  ['long label', 'DefaultValue="Mở bảng"', `DefaultValue="${'a'.repeat(126)}"`, 'OpenPane.Label has 126 characters, 125 at most'],
  ['long tip', /Value="Open the add-in[^"]*"/, `Value="${'a'.repeat(251)}"`, 'OpenPane.Tip has 251 characters, 250 at most'],
  ['empty text', 'Value="Open pane"', 'Value=" "', 'OpenPane.Label has an empty text'],
  ['one language', /<bt:Override Locale="en-US" Value="Open pane"\/>/, '', 'OpenPane.Label has no text in en-US'],
  [
    'default overridden',
    'Locale="en-US" Value="Open pane"',
    'Locale="vi-VN" Value="Mở"',
    'OpenPane.Label overrides the default language',
  ],
  ['no https', `${ADDRESS}support.html`, 'http://localhost:3000/support.html', 'http://localhost:3000/support.html is not https'],
  [
    'foreign address',
    `${ADDRESS}support.html`,
    'https://example.org/support.html',
    'https://example.org/support.html is of another server',
  ],
  ['missing icon file', 'icons/sum-16.png', 'icons/total-16.png', 'icon icons/total-16.png does not exist'],
  ['wrong icon size', 'icons/sum-16.png', 'icons/sum-20.png', 'icon icons/sum-20.png has 20 pixels, not 16'],
  ['missing icon size', /<bt:Image size="80" resid="Icon.Pane.80"\/>/, '', 'the icon of TongHop.PaneGroup has no size 80'],
  ['unknown function', '>checkSheet<', '>checkSheets<', 'the function checkSheets is associated nowhere'],
  ['function without a button', '>checkSheet<', '>insertForm<', 'no button runs checkSheet'],
  ['id twice', 'id="TongHop.Report"', 'id="TongHop.Consolidate"', 'the id TongHop.Consolidate stands twice'],
  [
    'second runtime',
    '<FunctionFile resid="Pane.Url"/>',
    '<FunctionFile resid="Support.Url"/>',
    'FunctionFile opens another page than the runtime',
  ],
  ['short runtime', 'lifetime="long"', 'lifetime="short"', 'the runtime does not live long'],
  [
    'other id',
    MANIFEST_ID,
    '00000000-0000-4000-8000-000000000000',
    'the id is 00000000-0000-4000-8000-000000000000: Excel would take it for another add-in',
  ],
  ['other version', /<Version>[^<]*</, '<Version>9.9.9.9<', `the version is 9.9.9.9, package.json says ${packageVersion}`],
  ['no XML', '</OfficeApp>', '</Office>', 'this is no XML'],
];

test.each(MISTAKES)('R-MAN-07 a mistake is named: %s', (_, from, to, sentence) => {
  const broken = manifest.replace(from, to);
  expect(broken).not.toBe(manifest);
  expect(manifestProblems(broken, facts)).toContain(sentence);
});

test('R-MAN-08 older Excels get the plain page, current ones the ribbon', () => {
  const root = parseManifest(manifest);
  const sets = (name: string): string[] =>
    findElements(root, name)
      .flatMap((one) => findElements(one, 'Set'))
      .map(
        (one) =>
          `${one.parentElement?.parentElement?.parentElement?.localName ?? ''}: ${one.getAttribute('Name') ?? ''} ${one.getAttribute('MinVersion') ?? ''}`,
      );
  expect(sets('Requirements')).toEqual([
    'OfficeApp: ExcelApi 1.1',
    'VersionOverrides: ExcelApi 1.14',
    'VersionOverrides: SharedRuntime 1.1',
  ]);
  const start = findElements(root, 'DefaultSettings').flatMap((one) => findElements(one, 'SourceLocation'));
  expect(start.map((one) => one.getAttribute('DefaultValue'))).toEqual([`${ADDRESS}unsupported.html`]);
  const [fallback] = findElements(root, 'DefaultLocale');
  expect(fallback?.textContent).toBe('vi-VN');
  expect(findElements(root, 'Permissions').map((one) => one.textContent)).toEqual(['ReadWriteDocument']);
});

test('R-MAN-09 the ribbon has its five buttons; two work without the pane', () => {
  const root = parseManifest(manifest);
  const words = new Map(findElements(root, 'String').map((one) => [one.getAttribute('id'), one.getAttribute('DefaultValue')]));
  const labelOf = (element: Element): string | null | undefined =>
    words.get([...element.children].find((one) => one.localName === 'Label')?.getAttribute('resid') ?? '');
  expect(findElements(root, 'CustomTab').map(labelOf)).toEqual(['Tổng hợp']);
  const buttons = findElements(root, 'Control').map((one) => [
    labelOf(one),
    findElements(one, 'FunctionName')[0]?.textContent ?? 'ShowTaskpane',
  ]);
  expect(buttons).toEqual([
    ['Chèn mẫu', 'insertForm'],
    ['Kiểm tra', 'checkSheet'],
    ['Tổng hợp', 'openConsolidation'],
    ['Báo cáo', 'openReport'],
    ['Mở bảng', 'ShowTaskpane'],
  ]);
});

const node = (...args: string[]): { readonly status: number | null; readonly out: string } => {
  const done = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return { status: done.status, out: done.stdout + done.stderr };
};

test("R-MAN-10 Microsoft's own reader reads it", () => {
  const code =
    "const { OfficeAddinManifest } = require('office-addin-manifest');" +
    "OfficeAddinManifest.readManifestFile('manifest.xml').then((info) => process.stdout.write(JSON.stringify(info)));";
  const { status, out } = node('-e', code);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    id: MANIFEST_ID,
    version: `${packageVersion}.0`,
    defaultLocale: 'vi-VN',
    hosts: ['Workbook'],
    officeAppType: 'TaskPaneApp',
    permissions: 'ReadWriteDocument',
    defaultSettings: { sourceLocation: `${ADDRESS}unsupported.html` },
  });
});

test('R-MAN-11 the icons are as their script draws them, in every size, no two alike', () => {
  expect(node('tools/icons.mjs', '--check')).toEqual({ status: 0, out: '' });
  expect(icons).toHaveLength(5 * SIZES.length);
  const contents = icons.map((file) => readFileSync(join(ROOT, file)).toString('base64'));
  expect(new Set(contents).size).toBe(icons.length);
});
