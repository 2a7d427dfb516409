/** @jest-environment jsdom */
/** Parts of the pane that are loaded ahead. */
import { act, render, screen } from '@testing-library/react';
import { Suspense, type ReactNode } from 'react';

import { loadedAhead } from '../../src/taskpane/components/loaded-ahead';

const Hello = ({ name }: { readonly name: string }): ReactNode => <p>Xin chào {name}</p>;

test('R-PCON-25 what was loaded ahead is there at the first look, without its placeholder', async () => {
  const part = loadedAhead(() => Promise.resolve(Hello));
  part.load();
  await act(() => Promise.resolve());
  render(
    <Suspense fallback="Đang mở…">
      <part.Component name="A" />
    </Suspense>,
  );
  expect(document.body.textContent).toBe('Xin chào A');
});

test('R-PCON-25 what was not loaded ahead shows its placeholder first', async () => {
  const part = loadedAhead(() => Promise.resolve(Hello));
  render(
    <Suspense fallback="Đang mở…">
      <part.Component name="B" />
    </Suspense>,
  );
  expect(screen.getByText('Đang mở…')).toBeTruthy();
  expect(await screen.findByText('Xin chào B')).toBeTruthy();
});
