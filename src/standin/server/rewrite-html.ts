/**
 * The only two differences between the add-in's page as it ships and as it runs here: where office.js comes from,
 * and one script before it that offers the bridge. Everything else is served byte for byte.
 */

/** The address of office.js in the page as it ships. */
export const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

export interface LocalAddresses {
  readonly officeJs: string;
  /** Null when the page is framed as on the web: the library then speaks to its parent by itself. */
  readonly bridge: string | null;
}

export const NATIVE_ADDRESSES: LocalAddresses = { officeJs: '/office-js/office.js', bridge: '/standin/bridge.js' };
export const FRAMED_ADDRESSES: LocalAddresses = { officeJs: '/office-js/office.js', bridge: null };

const TAG = new RegExp(
  String.raw`<script\b[^>]*\bsrc=(["']?)${OFFICE_JS.replaceAll('.', String.raw`\.`)}\1[^>]*>\s*</script>`,
  'i',
);

/** The served page. A page that does not load office.js is served as it is. */
export function rewriteHtml(html: string, addresses: LocalAddresses): string {
  return html.replace(TAG, (tag) => {
    const local = tag.replace(OFFICE_JS, addresses.officeJs);
    return addresses.bridge === null ? local : `<script src="${addresses.bridge}"></script>${local}`;
  });
}
