/**
 * @jest-environment jsdom
 *
 * What the pane asks of Office before anything else: whether it can run here, and whether it is dark.
 */
import { act, render, screen } from '@testing-library/react';

import { lightnessOf, officeState, officeTheme } from '../../src/excel/office-page';
import { useTheme } from '../../src/taskpane/state/use-theme';
import { OldExcel } from '../../src/taskpane/shell/old-excel';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
  Reflect.deleteProperty(window, 'matchMedia');
});

function office(host: string | null, supported: readonly string[], theme?: unknown): void {
  Object.assign(globalThis, {
    Office: {
      HostType: { Excel: 'Excel' },
      onReady: () => Promise.resolve({ host }),
      context: {
        requirements: { isSetSupported: (name: string, version: string) => supported.includes(`${name} ${version}`) },
        officeTheme: theme,
      },
    },
  });
}

test('R-SHELL-57 ready, too old, outside of Excel, or without the library', async () => {
  expect(await officeState()).toBe('missing');
  office(null, []);
  expect(await officeState()).toBe('none');
  office('Word', []);
  expect(await officeState()).toBe('none');
  office('Excel', ['ExcelApi 1.14']);
  expect(await officeState()).toBe('old');
  office('Excel', ['ExcelApi 1.14', 'SharedRuntime 1.1']);
  expect(await officeState()).toBe('ready');
});

test('R-SHELL-57 an Excel that is too old is told why, and where the version for a browser is', () => {
  render(<OldExcel />);
  expect(screen.getByText(/Excel 2021 trở lên/)).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Mở bản trên trình duyệt' });
  expect(link.getAttribute('href')).toBe(new URL('index.html', document.baseURI).href);
});

test('R-SHELL-58 Office is dark where its background is, and says nothing where it has no theme', () => {
  expect(officeTheme()).toBeNull();
  office('Excel', []);
  expect(officeTheme()).toBeNull();
  for (const [color, scheme] of [
    ['#FFFFFF', 'light'],
    ['#E6E6E6', 'light'],
    ['#212121', 'dark'],
    ['#000000', 'dark'],
    ['black', null],
  ] as const) {
    office('Excel', [], { bodyBackgroundColor: color });
    expect(officeTheme()).toBe(scheme);
  }
  expect(lightnessOf('#zzzzzz')).toBeNull();
});

test('R-SHELL-58 the pane follows Office, and the system where Office says nothing', () => {
  const listeners: (() => void)[] = [];
  const system = {
    matches: true,
    addEventListener: (_name: string, listener: () => void) => listeners.push(listener),
    removeEventListener: () => undefined,
  };
  Object.assign(window, { matchMedia: () => system });
  let read: 'dark' | 'light' | null = null;
  const readOffice = (): typeof read => read;
  const Shown = () => <p>{useTheme(readOffice).colorNeutralBackground1}</p>;
  render(<Shown />);
  const scheme = (): string | undefined => document.documentElement.dataset['scheme'];
  expect(scheme()).toBe('dark');
  system.matches = false;
  act(() => {
    for (const listener of listeners) listener();
  });
  expect(scheme()).toBe('light');
  read = 'dark';
  act(() => {
    window.dispatchEvent(new Event('focus'));
  });
  expect(scheme()).toBe('dark');
});
