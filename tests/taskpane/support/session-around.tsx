/** A session over a host that is only data, and components inside of it, as the pane has them. For tests with jsdom. */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';

import { describeHostProblem } from '../../../src/messages/host-words';
import { DeskProvider } from '../../../src/taskpane/consolidating/desk-provider';
import { SessionContext } from '../../../src/taskpane/state/session';
import { createSession, type Place, type SessionStore } from '../../../src/taskpane/state/session-store';
import { ToolsContext, type FileWork } from '../../../src/taskpane/state/tools';
import type { OpenDesk } from '../../../src/taskpane/wiring/desk';
import { oneAtATime } from '../../../src/taskpane/wiring/one-at-a-time';
import { FakeHost } from '../../app/fake-host';

export interface Around {
  readonly session: SessionStore;
  readonly host: FakeHost;
}

/** A session in Excel whose workbook is there. */
export async function sessionInExcel(place: Place = 'consolidating', host = new FakeHost()): Promise<Around> {
  const session = newSession(true, place);
  await session.attach(Promise.resolve({ host: oneAtATime(host) }));
  return { session, host };
}

export function newSession(inExcel: boolean, place: Place = 'consolidating'): SessionStore {
  return createSession({
    inExcel,
    place,
    describeProblem: (problem) => Promise.resolve(describeHostProblem(problem)),
  });
}

/** Files handed over, and work on files that a test may replace. */
export interface Saved {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const NO_FILE_WORK: FileWork = {
  makeForm: () => Promise.reject(new Error('no worker')),
  readRows: () => Promise.reject(new Error('no worker')),
  sendOut: () => ({ archive: Promise.resolve(null), stop: () => undefined }),
};

/** A desk that never says anything: for places that need one around them. */
const silentDesk: OpenDesk = () => ({
  order: () => undefined,
  ask: () => new Promise(() => undefined),
  close: () => undefined,
});

export function show(
  session: SessionStore,
  children: ReactNode,
  fileWork: FileWork = NO_FILE_WORK,
): RenderResult & { saved: Saved[] } {
  const saved: Saved[] = [];
  const tools = {
    saveFile: (name: string, bytes: Uint8Array) => {
      saved.push({ name, bytes });
      return Promise.resolve(`Đã lưu tệp “${name}”.`);
    },
    writeDocument: () => Promise.reject(new Error('no worker')),
    fileWork,
  };
  const shown = render(
    <FluentProvider theme={webLightTheme}>
      <SessionContext.Provider value={session}>
        <ToolsContext.Provider value={tools}>
          <DeskProvider openDesk={silentDesk} saveFile={tools.saveFile}>
            {children}
          </DeskProvider>
        </ToolsContext.Provider>
      </SessionContext.Provider>
    </FluentProvider>,
  );
  return { ...shown, saved };
}

/** Resolves when the condition holds. */
export async function until(condition: () => boolean, limit = 3000): Promise<void> {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > limit) throw new Error('this never came true');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
