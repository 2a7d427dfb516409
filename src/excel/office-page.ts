/** What the pane asks of Office besides the workbook: whether it can run here at all, and how Office looks. */

/** Sets of members the pane cannot do without; the manifest asks for the same. */
const NEEDED = [
  ['ExcelApi', '1.14'],
  ['SharedRuntime', '1.1'],
] as const;

/**
 * "missing": office.js did not load. "none": a plain browser. "old": an Excel that lacks what the add-in needs, where the
 * manifest was got round (a page opened by hand, a catalogue that ignores its requirements).
 */
export type OfficeState = 'missing' | 'none' | 'old' | 'ready';

/** Waits until the library knows the program it runs in. */
export async function officeState(): Promise<OfficeState> {
  if (typeof Office === 'undefined') return 'missing';
  const { host } = await Office.onReady();
  // Without a host the library says null, whatever its types say.
  if ((host as unknown) !== Office.HostType.Excel) return 'none';
  const { requirements } = Office.context;
  return NEEDED.every(([set, version]) => requirements.isSetSupported(set, version)) ? 'ready' : 'old';
}

/** Whether Office is set dark; null where it does not say (Excel on the web, and before the library is ready). */
export function officeTheme(): 'dark' | 'light' | null {
  if (typeof Office === 'undefined') return null;
  // What the types promise is not there everywhere.
  const context = Office.context as Office.Context | undefined;
  const theme = context?.officeTheme;
  const light = lightnessOf(theme?.bodyBackgroundColor ?? '');
  return light === null ? null : light < 0.5 ? 'dark' : 'light';
}

/** Of a colour as Office writes it ("#FFFFFF"), from 0 to 1; null for anything else. Exported for tests. */
export function lightnessOf(color: string): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color.trim());
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((one) => Number.parseInt(one, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
