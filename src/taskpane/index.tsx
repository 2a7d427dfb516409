/** Where the pane starts in a plain browser: the only place that ties screens to workers and to the browser's downloads. */
import { createRoot } from 'react-dom/client';
import { Pane } from './pane';
import { saveAsDownload } from './wiring/save-as-download';
import { openDeskWorker } from './wiring/desk';
import './page.css';

const place = document.getElementById('pane');
if (place === null) throw new Error('the page has no place for the pane');
createRoot(place).render(<Pane openDesk={openDeskWorker} saveFile={saveAsDownload} />);
