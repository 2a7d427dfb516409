/** What `npm run excel` runs, and where it cannot: decided here, from the machine's facts alone, so that it can be tested. */

/** Pinned to a major; fetched when asked for, because it is 448 MB with a native build that nothing else needs. */
export const DEBUGGING = 'office-addin-debugging@7';
export const CERTIFICATES = 'office-addin-dev-certs@3';

export const USAGE = `npm run excel                       opens Excel on this machine with the add-in
npm run excel -- --web URL          opens a workbook in Excel on the web with the add-in; URL is the workbook's own address
npm run excel -- --print            only prints the commands`;

/** { web: URL or null, print } or { error }. */
export function readArguments(args) {
  const wanted = { web: null, print: false };
  for (let at = 0; at < args.length; at++) {
    if (args[at] === '--print') wanted.print = true;
    else if (args[at] === '--web') {
      const url = args[++at];
      if (url === undefined || !URL.canParse(url) || new URL(url).protocol !== 'https:') {
        return { error: '--web needs the https:// address of a workbook that is open in Excel on the web (Share, Copy link).' };
      }
      wanted.web = url;
    } else return { error: `"${args[at]}" is not known.` };
  }
  return wanted;
}

/** Why it cannot work here, as a sentence; null where it can. */
export function whyNot(wanted, platform, environment) {
  if (platform === 'win32' || platform === 'darwin') return null;
  const elsewhere = 'To try the add-in here, use the stand-in Excel: npm start.';
  if (wanted.web === null)
    return `Excel runs on Windows and Mac only, so there is no Excel on this machine (${platform}) to load the add-in into. ${elsewhere}`;
  if (platform === 'linux' && (environment.DISPLAY ?? environment.WAYLAND_DISPLAY ?? '') !== '') return null;
  return `Excel on the web needs a browser window, and this machine (${platform}) has no desktop to open one. ${elsewhere}`;
}

/** The commands, in order: certificate, server (keeps running), sideloading; and the one that takes the add-in out again. */
export function commandsFor(wanted, home) {
  const certificate = (name) => `${home}/.office-addin-dev-certs/${name}`;
  return {
    certificate: ['npx', '--yes', CERTIFICATES, 'install'],
    server: [
      'npx',
      '--no-install',
      'webpack',
      'serve',
      '--mode',
      'development',
      '--server-type',
      'https',
      '--server-options-key',
      certificate('localhost.key'),
      '--server-options-cert',
      certificate('localhost.crt'),
      '--server-options-ca',
      certificate('ca.crt'),
    ],
    start: [
      'npx',
      '--yes',
      DEBUGGING,
      'start',
      'manifest.xml',
      ...(wanted.web === null ? ['desktop'] : ['web', '--document', wanted.web]),
      '--app',
      'excel',
      '--no-debug',
    ],
    stop: ['npx', '--yes', DEBUGGING, 'stop', 'manifest.xml', wanted.web === null ? 'desktop' : 'web'],
  };
}
