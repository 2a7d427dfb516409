/**
 * Markdown to a plain page, for the two documents that the add-in shows: privacy and support. As much of Markdown as they
 * use; anything else throws, so that a page never ships with raw marks in it.
 */

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Links to other documents become links to their pages. */
function inline(text) {
  return escape(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(
      /\[([^\]]+)\]\(([^)\s]+)\)/g,
      (_, words, target) => `<a href="${target.replace(/^(\w[\w-]*)\.md$/, '$1.html')}">${words}</a>`,
    );
}

function block(text) {
  const lines = text.split('\n');
  const heading = /^(#{1,2}) (.+)$/.exec(text);
  if (heading !== null) return `<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`;
  for (const [mark, tag] of [
    [/^- /, 'ul'],
    [/^\d+\. /, 'ol'],
  ]) {
    if (lines.every((line) => mark.test(line))) {
      return `<${tag}>\n${lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('\n')}\n</${tag}>`;
    }
  }
  if (/^([#|>]|- |\d+\. |```)/m.test(text)) throw new Error(`this is not turned into a page: ${text.slice(0, 60)}`);
  return `<p>${inline(lines.join(' '))}</p>`;
}

/** The first line is the title. */
export function pageOf(markdown) {
  const blocks = markdown
    .trim()
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/);
  const title = /^# (.+)$/.exec(blocks[0] ?? '')?.[1];
  if (title === undefined) throw new Error('the document has no title');
  return [
    '<!doctype html>',
    '<html lang="vi">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escape(title)}</title>`,
    '<link rel="icon" href="icon.svg">',
    '<link rel="stylesheet" href="plain.css">',
    '</head>',
    '<body>',
    ...blocks.map(block),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
