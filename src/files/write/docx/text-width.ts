/**
 * How wide a text is in Times New Roman: needed where the decree measures a rule by its text. Advance widths in
 * thousandths of the size; fonts with the same metrics (Liberation Serif, Tinos) agree.
 */

const REGULAR: Readonly<Record<number, string>> = {
  180: "'",
  200: '|',
  250: ' ,.',
  278: '/:;\\ijlt',
  333: '!()-I[]`fr',
  389: 'Js',
  408: '"',
  444: '?acez“”',
  469: '^',
  480: '{}',
  500: '#$*0123456789_bdghknopquvxyđ–',
  529: 'ơ',
  541: '~',
  542: 'ư',
  556: 'FPS',
  564: '+<=>',
  611: 'ELTZ',
  667: 'BCR',
  722: 'ADGHKNOQUVXYwĐƠ',
  776: 'Ư',
  778: '&m',
  833: '%',
  889: 'M',
  921: '@',
  944: 'W',
  1000: '…',
};
const BOLD: Readonly<Record<number, string>> = {
  220: '|',
  250: ' ,.',
  278: "'/\\il",
  333: '!()-:;[]`fjt',
  389: 'Is',
  394: '{}',
  444: 'cerz',
  500: '#$*0123456789?J_agovxy–“”',
  520: '~',
  554: 'ơ',
  555: '"',
  556: 'Sbdhknpquđ',
  570: '+<=>',
  581: '^',
  600: 'ư',
  611: 'FP',
  667: 'BELTZ',
  722: 'ACDNRUVXYwĐ',
  778: 'GHKOQƠ',
  796: 'Ư',
  833: '&m',
  930: '@',
  944: 'M',
  1000: '%W…',
};
const USUAL = 550;

function byLetter(table: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(table).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
  );
}

const WIDTHS = { regular: byLetter(REGULAR), bold: byLetter(BOLD) };

/** Accents above and below add nothing; the horn of ơ and ư does. */
const ACCENTS = /[\u0300-\u031a\u031c-\u036f]/g;

/** The width of one line of text, in twips. */
export function widthOf(text: string, points: number, bold: boolean): number {
  const widths = bold ? WIDTHS.bold : WIDTHS.regular;
  let sum = 0;
  for (const letter of text.normalize('NFD').replace(ACCENTS, '').normalize('NFC')) sum += widths.get(letter) ?? USUAL;
  return (sum * points * 20) / 1000;
}

/** Breaks a text at its spaces into lines of at most this width (twips); a longer word keeps a line of its own. */
export function breakLines(text: string, width: number, points: number, bold: boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, points, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** The same number of lines, as even as possible: an office's name is not to end in a lonely word. */
export function evenLines(text: string, width: number, points: number, bold: boolean): readonly string[] {
  const lines = breakLines(text, width, points, bold);
  if (lines.length < 2) return lines;
  let best = lines;
  for (let narrower = width * 0.95; narrower > width * 0.4; narrower *= 0.95) {
    const tried = breakLines(text, narrower, points, bold);
    if (tried.length > lines.length) break;
    best = tried;
  }
  return best;
}
