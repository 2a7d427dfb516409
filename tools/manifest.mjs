/** The manifest and the plain pages for a server's address: the one of development is replaced wherever it stands. */

/** The address in manifest.xml and unsupported.html; the server of `npm run excel` answers there. */
export const DEVELOPMENT_URL = 'https://localhost:3000/';

/** The address with "/" at its end. Throws on anything but https: Office accepts no other. */
export function checkedUrl(url) {
  if (!URL.canParse(url)) throw new Error(`--env url must be a whole address such as https://example.org/tong-hop/ (${url})`);
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:') throw new Error(`--env url must begin with https:// (${url})`);
  if (parsed.search !== '' || parsed.hash !== '')
    throw new Error(`--env url must end with a folder, without "?" or "#" (${url})`);
  return parsed.href.endsWith('/') ? parsed.href : `${parsed.href}/`;
}

/** The text with the server's address in it. Throws where the address of development does not occur: nothing would change. */
export function withAddress(text, url) {
  if (!text.includes(DEVELOPMENT_URL)) throw new Error(`${DEVELOPMENT_URL} does not occur`);
  return text.replaceAll(DEVELOPMENT_URL, checkedUrl(url));
}
