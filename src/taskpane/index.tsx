/** Where the pane starts in a plain browser: one of the two places that tie screens to workers and to downloads. */
import { createRoot } from 'react-dom/client';
import { Pane } from './pane';
import { createSession } from './state/session-store';
import { openDeskWorker } from './wiring/desk';
import { describeProblem } from './wiring/describe-problem';
import { fileWorkInWorker } from './wiring/file-work';
import { handOver, writeDocument } from './wiring/hand-over';
import './page.css';

const place = document.getElementById('pane');
if (place === null) throw new Error('the page has no place for the pane');
createRoot(place).render(
  <Pane
    session={createSession({ inExcel: false, describeProblem })}
    openDesk={openDeskWorker}
    saveFile={handOver}
    writeDocument={writeDocument}
    fileWork={fileWorkInWorker()}
    readOfficeTheme={() => null}
  />,
);
