/** The desk for components: its state, painted anew when it changes, and what can be done. */
import { useSyncExternalStore } from 'react';
import { useSessionStore } from '../state/session';
import { useDeskHome } from './desk-provider';
import type { DeskState } from './desk-state';
import { createDeskStore, type DeskStore } from './desk-store';

export function useDesk(): readonly [DeskState, DeskStore] {
  const home = useDeskHome();
  const session = useSessionStore();
  // The slot is filled once, whoever comes first; it lives as long as the pane.
  const store = (home.store ??= createDeskStore({
    openDesk: home.openDesk,
    saveFile: home.saveFile,
    session,
    now: () => new Date(),
  }));
  return [useSyncExternalStore(store.subscribe, store.current), store];
}
