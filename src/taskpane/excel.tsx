/**
 * Where the pane starts inside Excel: the same pane, and the ribbon's buttons tied to what they do. The page loads
 * office.js, which the browser version does not need; what the buttons do is loaded at their first press.
 */
import { createRoot } from 'react-dom/client';
import { associateActions, openAt, showPane, whenReady } from '../commands/associate-actions';
import { Pane } from './pane';
import { PANE_WORDS } from '../messages/pane-words';
import { ribbonNews } from './state/ribbon-news';
import { openDeskWorker } from './wiring/desk';
import { saveAsDownload } from './wiring/save-as-download';
import './page.css';

const actions = () => import('./wiring/excel-actions');

async function start(): Promise<void> {
  const place = document.getElementById('pane');
  if (place === null) throw new Error('the page has no place for the pane');
  createRoot(place).render(<Pane openDesk={openDeskWorker} saveFile={saveAsDownload} />);
  await whenReady();
  associateActions(
    {
      insertForm: async () => (await actions()).insertForm(showPane),
      checkSheet: async () => (await actions()).checkSheet(showPane),
      openConsolidation: openAt(() => {
        ribbonNews.clear();
      }),
      openReport: openAt(() => {
        ribbonNews.tell(PANE_WORDS.reportComes);
      }),
    },
    () => {
      ribbonNews.tell(PANE_WORDS.failedHelp);
      void showPane();
    },
  );
  // A run that was cut off may have left its working sheets behind.
  await (await actions()).recover();
}

void start();
