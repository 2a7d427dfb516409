/** Which API sets the host declares, and older hosts to be tried. */

export type RequirementSets = Readonly<Record<string, string>>;

/** Office LTSC 2021 with WebView2: the oldest host the add-in supports. */
export const BASELINE_SETS: RequirementSets = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  RichApiRuntime: '1.1',
  DialogApi: '1.2',
  DialogOrigin: '1.1',
  AddinCommands: '1.3',
  RibbonApi: '1.1',
  KeyboardShortcuts: '1.1',
  Settings: '1.1',
  ImageCoercion: '1.1',
  OpenBrowserWindowApi: '1.1',
  DelayForCellEdit: '1.1',
};

/** The same host with an older (or newer) Excel API and no shared runtime when it is older than that. */
export function setsWithExcelApi(version: string): RequirementSets {
  const { SharedRuntime, ...rest } = BASELINE_SETS;
  const minor = Number(version.split('.')[1] ?? '0');
  return { ...rest, ExcelApi: version, ...(minor >= 9 && SharedRuntime !== undefined ? { SharedRuntime } : {}) };
}
