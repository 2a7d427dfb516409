/**
 * A drawing of one icon: filled shapes on a square of whole pixels. Rectangles and hand-placed pixels are hard-edged;
 * polygons are smoothed by counting 8 × 8 points in each pixel.
 */
const SAMPLES = 8;

export class Drawing {
  /** `grid` units a side, each `scale` pixels: shapes are given in grid units. */
  constructor(grid, scale) {
    this.grid = grid;
    this.scale = scale;
    this.size = grid * scale;
    this.pixels = Buffer.alloc(this.size * this.size * 4);
  }

  /** Lays a colour over a pixel; cover is 0 to 1. */
  blend(x, y, [red, green, blue], cover) {
    const at = (y * this.size + x) * 4;
    const below = this.pixels[at + 3] / 255;
    const alpha = cover + below * (1 - cover);
    if (alpha === 0) return;
    [red, green, blue].forEach((part, index) => {
      this.pixels[at + index] = Math.round((part * cover + this.pixels[at + index] * below * (1 - cover)) / alpha);
    });
    this.pixels[at + 3] = Math.round(alpha * 255);
  }

  rect(x, y, width, height, colour) {
    const k = this.scale;
    for (let py = y * k; py < (y + height) * k; py++)
      for (let px = x * k; px < (x + width) * k; px++) this.blend(px, py, colour, 1);
  }

  /** Rows of text, a mark for each pixel; spaces and dots are left out. */
  pixelsAt(x, y, rows, colour) {
    rows.forEach((row, dy) => [...row].forEach((mark, dx) => mark === '#' && this.rect(x + dx, y + dy, 1, 1, colour)));
  }

  /** A polygon by its corners, even-odd: along each line of points, what lies between two crossings is inside. */
  polygon(corners, colour) {
    const steps = SAMPLES * this.scale;
    const inside = new Uint16Array(this.size * this.size);
    for (let row = 0; row < this.size * SAMPLES; row++) {
      const crossings = crossingsAt(corners, (row + 0.5) / steps);
      for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
        const first = Math.max(0, Math.ceil(crossings[pair] * steps - 0.5));
        const end = Math.min(this.size * SAMPLES, Math.ceil(crossings[pair + 1] * steps - 0.5));
        for (let column = first; column < end; column++)
          inside[Math.floor(row / SAMPLES) * this.size + Math.floor(column / SAMPLES)]++;
      }
    }
    inside.forEach((points, at) => {
      if (points > 0) this.blend(at % this.size, Math.floor(at / this.size), colour, points / (SAMPLES * SAMPLES));
    });
  }

  /** The whole square with rounded corners; radius in grid units. */
  tile(radius, colour) {
    const side = this.grid;
    const corners = [];
    const quarter = (cx, cy, from) => {
      for (let step = 0; step <= 12; step++) {
        const angle = ((from + (step * 90) / 12) * Math.PI) / 180;
        corners.push([cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]);
      }
    };
    quarter(radius, radius, 180);
    quarter(side - radius, radius, 270);
    quarter(side - radius, side - radius, 0);
    quarter(radius, side - radius, 90);
    this.polygon(corners, colour);
  }
}

/** Where the polygon's sides cross a horizontal line, from left to right. */
function crossingsAt(corners, y) {
  const crossings = [];
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [ax, ay] = corners[i];
    const [bx, by] = corners[j];
    if (ay > y !== by > y) crossings.push(((bx - ax) * (y - ay)) / (by - ay) + ax);
  }
  return crossings.sort((a, b) => a - b);
}
