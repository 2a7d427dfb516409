/**
 * Where the pane starts inside Excel: the same pane, and the ribbon's buttons tied to what they do. The page loads
 * office.js, which the browser version does not need; the Excel side is loaded once Excel is there.
 */
import { createRoot, type Root } from 'react-dom/client';
import { associateActions, openAt, showPane } from '../commands/associate-actions';
import { PANE_WORDS } from '../messages/pane-words';
import { SHELL_WORDS } from '../messages/shell-words';
import { Pane, PaneForOldExcel } from './pane';
import { createSession, type SessionStore } from './state/session-store';
import { openDeskWorker } from './wiring/desk';
import { describeProblem } from './wiring/describe-problem';
import { fileWorkInWorker } from './wiring/file-work';
import { handOver, writeDocument } from './wiring/hand-over';
import { officeState, officeTheme } from './wiring/office';
import './page.css';

const actions = () => import('./wiring/excel-actions');

function show(root: Root, session: SessionStore): void {
  root.render(
    <Pane
      session={session}
      openDesk={openDeskWorker}
      saveFile={handOver}
      writeDocument={writeDocument}
      fileWork={fileWorkInWorker()}
      readOfficeTheme={officeTheme}
    />,
  );
}

function tieButtons(session: SessionStore): void {
  associateActions(
    {
      insertForm: async () => (await (await actions()).ribbonActions(session, showPane)).insertForm(),
      checkSheet: async () => (await (await actions()).ribbonActions(session, showPane)).checkSheet(),
      openConsolidation: openAt(() => {
        session.goTo('consolidating');
      }),
      openReport: openAt(() => {
        session.goTo('reporting');
      }),
    },
    () => {
      session.tell(PANE_WORDS.failedHelp);
      void showPane();
    },
  );
}

async function start(): Promise<void> {
  const place = document.getElementById('pane');
  if (place === null) throw new Error('the page has no place for the pane');
  const root = createRoot(place);
  const session = createSession({ inExcel: true, describeProblem });
  show(root, session);
  const state = await officeState();
  if (state === 'old') {
    root.render(<PaneForOldExcel readOfficeTheme={officeTheme} />);
    return;
  }
  if (state !== 'ready') {
    // The page of Excel without Excel: what works on files still does.
    session.goWithout(state === 'missing' ? SHELL_WORDS.noOffice : SHELL_WORDS.noExcel);
    return;
  }
  tieButtons(session);
  await session.attach(actions().then(({ openWorkbook }) => openWorkbook(session)));
}

void start();
