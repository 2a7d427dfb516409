/**
 * Light or dark: as Office is set where the pane is in Excel, else as the system is; follows when either changes. The
 * contrast themes of Windows need nothing here: with them the browser puts the system's colours in place of ours.
 */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';

/** Whether Office is set dark; null where Office does not say, and outside of Excel. */
export type ReadOfficeTheme = () => 'dark' | 'light' | null;

const systemDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

function listen(onChange: () => void): () => void {
  const dark = systemDark();
  dark.addEventListener('change', onChange);
  // Excel raises no event for its theme; a clerk who changed it comes back to the pane.
  window.addEventListener('focus', onChange);
  document.addEventListener('visibilitychange', onChange);
  return () => {
    dark.removeEventListener('change', onChange);
    window.removeEventListener('focus', onChange);
    document.removeEventListener('visibilitychange', onChange);
  };
}

export function useTheme(readOfficeTheme: ReadOfficeTheme): Theme {
  const scheme = useSyncExternalStore(listen, () => readOfficeTheme() ?? (systemDark().matches ? 'dark' : 'light'));
  // What stands outside of Fluent's own element: the page behind it and its scroll bar.
  useEffect(() => {
    document.documentElement.dataset['scheme'] = scheme;
  }, [scheme]);
  return scheme === 'dark' ? webDarkTheme : webLightTheme;
}
