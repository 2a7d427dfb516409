/**
 * The signs of the five buttons, white on a tile in the product's blue, so that they are seen on a light and on a dark
 * ribbon. Three grids are drawn by hand (16, 20 and 24 units); larger sizes are whole multiples of one of them, so every
 * straight edge falls between two pixels. Only slanted strokes are smoothed, and only from 32 pixels on.
 */
const TILE = [0x0f, 0x6c, 0xbd];
const INK = [0xff, 0xff, 0xff];
const ACCENT = [0xff, 0xd4, 0x3b];

/** Σ in hand-placed pixels. */
const SIGMA = {
  16: ['########', '###..###', '.###....', '..###...', '..##....', '.##.....', '###..###', '########'],
  20: [
    '##########',
    '##########',
    '.###....##',
    '..###.....',
    '...###....',
    '...###....',
    '..###.....',
    '.###....##',
    '##########',
    '##########',
  ],
  24: [
    '############',
    '############',
    '####.....###',
    '.####.....##',
    '..####......',
    '...####.....',
    '...####.....',
    '..####......',
    '.####.....##',
    '####.....###',
    '############',
    '############',
  ],
};

const TICK = {
  16: ['.......#', '......##', '#....##.', '##..##..', '.####...', '..##....'],
  20: ['.........#', '........##', '#......##.', '##....##..', '.##..##...', '..####....', '...##.....'],
  24: [
    '..........##',
    '.........###',
    '........###.',
    '##.....###..',
    '###...###...',
    '.###.###....',
    '..#####.....',
    '...###......',
  ],
};

/** The tile's corners and where a table begins, in units of each grid. */
const PLACES = { 16: { radius: 2, left: 2 }, 20: { radius: 3, left: 3 }, 24: { radius: 3, left: 3 } };

/** Smooth from here on: below, hand-placed pixels are sharper. */
const SMOOTH_FROM = 32;

const move = (corners, x, y, unit) => corners.map(([cx, cy]) => [x + cx * unit, y + cy * unit]);
const SIGMA_CORNERS = [
  [0, 0],
  [8, 0],
  [8, 2.6],
  [7, 2.6],
  [6.6, 1.6],
  [3, 1.6],
  [5.2, 4],
  [3, 6.4],
  [6.6, 6.4],
  [7, 5.4],
  [8, 5.4],
  [8, 8],
  [0, 8],
  [0, 6.9],
  [2.7, 4],
  [0, 1.1],
];
const TICK_CORNERS = [
  [0, 3.2],
  [1.2, 2],
  [3, 3.8],
  [6.8, 0],
  [8, 1.2],
  [3, 6.2],
];

function sigma(drawing, x, y, unit) {
  if (drawing.size < SMOOTH_FROM) drawing.pixelsAt(x, y, SIGMA[drawing.grid], INK);
  else drawing.polygon(move(SIGMA_CORNERS, x, y, unit), INK);
}

function tick(drawing, x, y, unit) {
  if (drawing.size < SMOOTH_FROM) drawing.pixelsAt(x, y, TICK[drawing.grid], ACCENT);
  else drawing.polygon(move(TICK_CORNERS, x, y, unit), ACCENT);
}

/** Widths of three cells that fill a table's row, and the gap between them. */
const COLUMNS = { 16: [3, 4, 3], 20: [4, 4, 4], 24: [5, 4, 5] };
const GAP = { 16: 1, 20: 1, 24: 2 };

/** The first `count` cells of a table's row at y. */
function cells({ drawing, y, height, count = 3 }) {
  let x = PLACES[drawing.grid].left;
  for (const width of COLUMNS[drawing.grid].slice(0, count)) {
    drawing.rect(x, y, width, height, INK);
    x += width + GAP[drawing.grid];
  }
}

/** Σ over the rows of a table. */
function sum(drawing) {
  const { grid } = drawing;
  const at = {
    16: { x: 4, y: 2, rows: [11, 13], height: 1 },
    20: { x: 5, y: 2, rows: [13, 16], height: 2 },
    24: { x: 6, y: 2, rows: [16, 20], height: 2 },
  }[grid];
  sigma(drawing, at.x, at.y, grid / 16);
  for (const y of at.rows) cells({ drawing, y, height: at.height });
}

/** A table that leaves its lower corner free. */
function openTable(drawing) {
  const [height, ...rows] = { 16: [2, 2, 5, 8, 11], 20: [2, 3, 7, 11, 15], 24: [3, 3, 8, 13, 18] }[drawing.grid];
  rows.forEach((y, index) => cells({ drawing, y, height, count: index < 2 ? 3 : 1 }));
}

/** A table, and a plus in its corner. */
function insert(drawing) {
  openTable(drawing);
  const [x, y, length, thick] = { 16: [8, 8, 6, 2], 20: [9, 10, 8, 2], 24: [11, 12, 10, 2] }[drawing.grid];
  const middle = (length - thick) / 2;
  drawing.rect(x, y + middle, length, thick, ACCENT);
  drawing.rect(x + middle, y, thick, middle, ACCENT);
  drawing.rect(x + middle, y + middle + thick, thick, middle, ACCENT);
}

/** A table, and a tick in its corner. */
function checkSign(drawing) {
  openTable(drawing);
  const [x, y] = { 16: [6, 8], 20: [8, 10], 24: [10, 13] }[drawing.grid];
  tick(drawing, x, y, drawing.grid / 16);
}

/** A page with a title and lines of text, one of them a figure. */
function report(drawing) {
  const { grid } = drawing;
  const at = {
    16: {
      page: [3, 1, 10, 14],
      lines: [
        [5, 3, 6, 2],
        [5, 7, 6, 1],
        [5, 9, 6, 1],
        [5, 11, 4, 1],
      ],
    },
    20: {
      page: [4, 2, 12, 16],
      lines: [
        [6, 4, 8, 2],
        [6, 8, 8, 1],
        [6, 11, 8, 1],
        [6, 14, 5, 1],
      ],
    },
    24: {
      page: [4, 2, 16, 20],
      lines: [
        [7, 5, 10, 3],
        [7, 10, 10, 2],
        [7, 14, 10, 2],
        [7, 18, 6, 2],
      ],
    },
  }[grid];
  drawing.rect(...at.page, INK);
  for (const line of at.lines) drawing.rect(...line, TILE);
}

/** A window whose right side is the pane. */
function pane(drawing) {
  const { grid } = drawing;
  const at = {
    16: { frame: [2, 3, 12, 10], inner: [[3, 5, 5, 7]], side: [9, 5, 4, 7] },
    20: { frame: [2, 3, 16, 14], inner: [[3, 6, 8, 10]], side: [12, 6, 5, 10] },
    24: { frame: [3, 4, 18, 16], inner: [[5, 8, 7, 10]], side: [14, 8, 5, 10] },
  }[grid];
  drawing.rect(...at.frame, INK);
  for (const hole of at.inner) drawing.rect(...hole, TILE);
  drawing.rect(...at.side, ACCENT);
}

export const SIGNS = { sum, insert, check: checkSign, report, pane };

export function drawSign(name, drawing) {
  drawing.tile(PLACES[drawing.grid].radius, TILE);
  SIGNS[name](drawing);
}
