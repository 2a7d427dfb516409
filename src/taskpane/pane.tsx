/** The pane: theme, session, desk and tools around the shell. Screens only; workers, Excel and downloads are handed in. */
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { ConsolidatePlace } from './consolidating/consolidate-place';
import { DeskProvider } from './consolidating/desk-provider';
import { PlaceBoundary } from './shell/broken-place';
import { OldExcel } from './shell/old-excel';
import { Shell } from './shell/shell';
import { SessionContext } from './state/session';
import type { SessionStore } from './state/session-store';
import { ToolsContext, type PaneTools } from './state/tools';
import { useTheme, type ReadOfficeTheme } from './state/use-theme';
import type { OpenDesk } from './wiring/desk';

const useStyles = makeStyles({
  provider: { minHeight: '100vh' },
});

export interface PaneProps extends PaneTools {
  readonly session: SessionStore;
  readonly openDesk: OpenDesk;
  readonly readOfficeTheme: ReadOfficeTheme;
}

export function Pane({ session, openDesk, saveFile, writeDocument, fileWork, readOfficeTheme }: PaneProps): ReactNode {
  const theme = useTheme(readOfficeTheme);
  const styles = useStyles();
  const tools = useMemo(() => ({ saveFile, writeDocument, fileWork }), [saveFile, writeDocument, fileWork]);
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <PlaceBoundary place="pane">
        <SessionContext.Provider value={session}>
          <ToolsContext.Provider value={tools}>
            <DeskProvider openDesk={openDesk} saveFile={saveFile}>
              <Shell consolidating={<ConsolidatePlace />} />
            </DeskProvider>
          </ToolsContext.Provider>
        </SessionContext.Provider>
      </PlaceBoundary>
    </FluentProvider>
  );
}

/** What stands there instead where Excel is too old. */
export function PaneForOldExcel({ readOfficeTheme }: Pick<PaneProps, 'readOfficeTheme'>): ReactNode {
  const theme = useTheme(readOfficeTheme);
  const styles = useStyles();
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <OldExcel />
    </FluentProvider>
  );
}
