/** The little XML this model must understand: is it well formed, and what is its root's namespace. */

const TAG = /<(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)((?:\s+[\p{L}_:][\p{L}\p{N}_.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/uy;
const SKIP = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|[^<]+/y;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);)/;

/** The namespace of the root element ("" for none), or null when the text is no well-formed XML. */
export function rootNamespace(xml: string): string | null {
  const text = xml.replace(/^\uFEFF/, '');
  const open: string[] = [];
  let namespace: string | null = null;
  let place = 0;
  while (place < text.length) {
    SKIP.lastIndex = place;
    const skipped = SKIP.exec(text);
    if (skipped !== null) {
      const outside = !skipped[0].startsWith('<');
      if (outside && open.length === 0 && skipped[0].trim() !== '') return null;
      if (outside && ENTITY.test(skipped[0])) return null;
      place = SKIP.lastIndex;
      continue;
    }
    TAG.lastIndex = place;
    const tag = TAG.exec(text);
    if (tag?.[2] === undefined) return null;
    const [, closing, name, attributes = '', selfClosing] = tag;
    if (closing === '/') {
      if (open.pop() !== name) return null;
    } else {
      if (open.length === 0) {
        if (namespace !== null) return null;
        namespace = namespaceOf(name, attributes);
      }
      if (selfClosing !== '/') open.push(name);
    }
    place = TAG.lastIndex;
  }
  return open.length === 0 ? namespace : null;
}

function namespaceOf(name: string, attributes: string): string {
  const prefix = name.includes(':') ? `:${name.slice(0, name.indexOf(':'))}` : '';
  const match = new RegExp(`\\sxmlns${prefix}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  return match?.[1] ?? match?.[2] ?? '';
}
