/**
 * Runs in the add-in's page, before office.js and instead of nothing: gives the page the native bridge of the
 * host that lives in the surrounding window (the visible spreadsheet, or a test).
 */
import type { Host } from '../protocol/host';
import './inject-types';
import { installNativeBridge } from './native';
import { knownMembersOf } from './surface';

/** The nearest window outwards that holds a host; other origins are none of ours. */
function findHost(): { readonly host: Host; readonly language: string } | null {
  for (let view: Window = window; ; view = view.parent) {
    try {
      if (view.standinHost !== undefined) return { host: view.standinHost, language: view.standinLanguage ?? 'vi-VN' };
    } catch {
      return null;
    }
    if (view.parent === view) return null;
  }
}

const found = findHost();
if (found === null) {
  console.error('There is no stand-in Excel around this page: open it from /standin/.');
} else {
  const { host, language } = found;
  host.resetClient();
  installNativeBridge(window, host, { displayLanguage: language });
  host.isKnown = knownMembersOf(() => (window as unknown as Record<string, unknown>)['Excel']);
}
