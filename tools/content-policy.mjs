/**
 * What the pane's page may load, in one place: the build puts it into the page, tools/headers.mjs into the examples of
 * server headers. Received files are other people's content; nothing in them may run or leave.
 */

/** Where Microsoft serves office.js, which may not be served from anywhere else. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com';
/** The hidden frame office.js opens for Microsoft's own telemetry; refused, it fills the console with errors. */
const OFFICE_TELEMETRY = 'https://telemetryservice.firstpartyapps.oaspapps.com';

/**
 * Fluent writes its rules into one empty <style> element (the hash is that of nothing) and positions elements by style
 * attributes; neither can carry text of a received file. Everything else comes from the page's own folder.
 */
const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'", OFFICE_JS],
  'worker-src': ["'self'"],
  'style-src': ["'self'", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"],
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-src': [OFFICE_TELEMETRY],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** Who may show the pane in a frame: Excel on the web. Browsers heed this in a header only, not in the page. */
const FRAME_ANCESTORS = [
  "'self'",
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
  'https://excel.cloud.microsoft',
];

const written = (policy) =>
  Object.entries(policy)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');

export const PAGE_POLICY = written(POLICY);
export const HEADER_POLICY = written({ ...POLICY, 'frame-ancestors': FRAME_ANCESTORS });
