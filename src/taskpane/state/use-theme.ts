/** Light or dark, as the system is set; follows when it changes. */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function listen(onChange: () => void): () => void {
  dark.addEventListener('change', onChange);
  return () => {
    dark.removeEventListener('change', onChange);
  };
}

export function useTheme(): Theme {
  return useSyncExternalStore(listen, () => dark.matches) ? webDarkTheme : webLightTheme;
}
