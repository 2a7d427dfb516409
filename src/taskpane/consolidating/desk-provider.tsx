/**
 * Where the desk lives: above the places, so that a run goes on while the clerk looks at another one. Only the slot is
 * here; what fills it is loaded with the place "Tổng hợp".
 */
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import type { ReportStore } from '../reporting/report-store';
import type { SaveFile } from '../state/tools';
import type { OpenDesk } from '../wiring/desk';
import type { DeskStore } from './desk-store';

export interface DeskHome {
  readonly openDesk: OpenDesk;
  readonly saveFile: SaveFile;
  /** Filled at the first visit of the places. */
  store: DeskStore | null;
  report: ReportStore | null;
}

const DeskContext = createContext<DeskHome | null>(null);

export interface DeskProviderProps {
  readonly openDesk: OpenDesk;
  readonly saveFile: SaveFile;
  readonly children: ReactNode;
}

export function DeskProvider({ openDesk, saveFile, children }: DeskProviderProps): ReactNode {
  const home = useMemo((): DeskHome => ({ openDesk, saveFile, store: null, report: null }), [openDesk, saveFile]);
  useEffect(
    () => () => {
      home.report?.close();
      home.store?.close();
      home.report = null;
      home.store = null;
    },
    [home],
  );
  return <DeskContext value={home}>{children}</DeskContext>;
}

export function useDeskHome(): DeskHome {
  const home = useContext(DeskContext);
  if (home === null) throw new Error('no desk around this component');
  return home;
}
