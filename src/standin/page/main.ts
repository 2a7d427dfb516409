/** The stand-in's page: a visible spreadsheet over the model, the add-in's ribbon and pane, files and samples. */
import '../bridge/inject-types';
import './page.css';
import { UniverEngine } from '../formulas/univer-engine';
import { Workbook } from '../model/workbook';
import { setsWithExcelApi } from '../protocol/requirement-sets';
import { Host } from '../protocol/host';
import { openWorkbook } from '../xlsx/open';
import { saveWorkbook } from '../xlsx/save';
import { ManifestError, localAddress, readRibbon, type Ribbon, type RibbonButton } from './manifest';
import { Pane, need } from './pane';
import { drawRibbon } from './ribbon';
import { listSamples, toggleSamples } from './samples';
import { Grid } from './view/grid';
import { Person } from './view/person';
import { Projector } from './view/projector';

const options = new URLSearchParams(location.search);
const language = options.get('lang') ?? 'vi-VN';

const workbook = new Workbook();
const version = options.get('excelapi');
const host = new Host({
  engine: new UniverEngine(),
  workbook,
  ...(version === null ? {} : { sets: setsWithExcelApi(version) }),
});
window.standinHost = host;
window.standinLanguage = language;

const first = workbook.active;
const grid = new Grid(need('grid'), { id: first.id, name: first.name, rowCount: 200, columnCount: 40, cellData: {} });
const projector = new Projector(workbook, host.calculation, grid);

function say(title: string, message: string): void {
  need('box-title').textContent = title;
  need('box-message').textContent = message;
  const box = need('box') as HTMLDialogElement;
  if (!box.open) box.showModal();
}

new Person(workbook, host.calculation, grid, projector, {
  say,
  editing: (on) => (on ? host.faults.beginCellEdit() : host.faults.endCellEdit()),
});

function showName(): void {
  need('book-name').textContent = workbook.name;
  document.title = `${workbook.name} – Excel mô phỏng`;
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} KB`;

/** What the last action and all together cost Excel. */
function showCost(): void {
  const { current, total } = host.counters;
  const last =
    current === null || current.batches === 0
      ? ''
      : `Thao tác cuối: ${String(current.batches)} lượt gọi, gửi ${kilobytes(current.bytesOut)}, nhận ${kilobytes(current.bytesIn)} · `;
  need('status-cost').textContent =
    `${last}Tổng cộng: ${String(total.batches)} lượt gọi, gửi ${kilobytes(total.bytesOut)}, nhận ${kilobytes(total.bytesIn)}`;
}

function download(name: string, bytes: Uint8Array): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes.slice()]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function save(): Promise<void> {
  await host.calculation.settle();
  download(workbook.name.replace(/\.[^.]+$/, '') + '.xlsx', saveWorkbook(workbook));
  workbook.isDirty = false;
}

function open(name: string, bytes: Uint8Array): void {
  const problem = openWorkbook(workbook, name, bytes);
  if (problem !== null) {
    say('Không mở được tệp', problem);
    return;
  }
  void host.calculation.settle();
  showName();
}

function chooseFile(): void {
  const input = need('file') as HTMLInputElement;
  input.value = '';
  input.click();
}

need('file').addEventListener('change', () => {
  const file = (need('file') as HTMLInputElement).files?.[0];
  if (file === undefined) return;
  void file.arrayBuffer().then((buffer) => open(file.name, new Uint8Array(buffer)));
});

/** Without a manifest that can be read the spreadsheet still works; what is wrong is said. */
async function loadRibbon(): Promise<Ribbon | null> {
  const text = await (await fetch('/manifest.xml')).text();
  try {
    return readRibbon(new DOMParser().parseFromString(text, 'text/xml'), language, host.sets);
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    say('Tệp manifest.xml có lỗi', error.message);
    return null;
  }
}

function watchPaneClicks(pane: Pane): void {
  const frame = need('pane-frame') as HTMLIFrameElement;
  frame.addEventListener('load', () => {
    pane.window?.document.addEventListener(
      'click',
      (event) => {
        const target = event.target instanceof Node ? event.target.textContent : '';
        host.counters.beginAction(`pane: ${(target ?? '').trim().slice(0, 40)}`);
      },
      { capture: true },
    );
  });
}

async function start(): Promise<void> {
  const ribbon = await loadRibbon();
  const pane = new Pane(ribbon?.name ?? 'Tiện ích');
  watchPaneClicks(pane);
  host.onShowPane((on) => pane.show(on));
  const press = (button: RibbonButton): void => {
    const { action } = button;
    if (action.kind === 'showTaskpane') {
      host.counters.beginAction(`ribbon: ${button.id}`);
      pane.open(localAddress(action.url));
      return;
    }
    void host.pressCommand(action.functionName, button.id);
  };
  const report = (error: unknown): void => say('Có lỗi', String(error));
  drawRibbon(need('tabs'), need('ribbon'), ribbon?.tabs ?? [], {
    press,
    own: [
      {
        label: 'Tệp',
        buttons: [
          { id: 'open', label: 'Mở…', drawing: 'M3 6h6l2 2h10v11H3zM3 11h18', press: chooseFile },
          {
            id: 'save',
            label: 'Lưu .xlsx',
            drawing: 'M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6',
            press: () => void save().catch(report),
          },
          { id: 'samples', label: 'Tệp mẫu', drawing: 'M4 6h16M4 12h16M4 18h10', press: () => toggleSamples() },
        ],
      },
      {
        label: 'Tiện ích',
        buttons: [{ id: 'reload', label: 'Tải lại ngăn', drawing: 'M19 8a8 8 0 1 0 1 6M20 4v5h-5', press: () => pane.reload() }],
      },
    ],
  });
  const samples = await listSamples(open);
  if (samples.length > 0 && innerWidth > 1100) toggleSamples(true);
  host.onGap((member) => {
    need('status-gap').textContent = `Excel mô phỏng chưa có: ${member}`;
    console.error(`The stand-in Excel does not implement ${member}.`);
  });
  host.onCreateWorkbook((base64) => {
    if (base64 === null) return;
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    download('Sổ làm việc mới.xlsx', bytes);
  });
  host.counters.onCount(showCost);
  showName();
  showCost();
  // A shared runtime starts with the workbook, so that ribbon buttons work before the pane was ever opened.
  if (ribbon !== null) {
    const address = localAddress(ribbon.startPage);
    if (options.get('pane') === 'closed') pane.load(address);
    else pane.open(address);
  }
}

void start();
