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
    for (let py = y * k; py < (y + height) * k; py++) for (let px = x * k; px < (x + width) * k; px++) this.blend(px, py, colour, 1);
  }

  /** Rows of text, a mark for each pixel; spaces and dots are left out. */
  pixelsAt(x, y, rows, colour) {
    rows.forEach((row, dy) => [...row].forEach((mark, dx) => mark === '#' && this.rect(x + dx, y + dy, 1, 1, colour)));
  }

  /** A polygon by its corners, even-odd. */
  polygon(corners, colour) {
    const k = this.scale;
    for (let py = 0; py < this.size; py++) {
      for (let px = 0; px < this.size; px++) {
        let inside = 0;
        for (let s = 0; s < SAMPLES * SAMPLES; s++) {
          const x = (px + ((s % SAMPLES) + 0.5) / SAMPLES) / k;
          const y = (py + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES) / k;
          if (contains(corners, x, y)) inside++;
        }
        if (inside > 0) this.blend(px, py, colour, inside / (SAMPLES * SAMPLES));
      }
    }
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

function contains(corners, x, y) {
  let inside = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [ax, ay] = corners[i];
    const [bx, by] = corners[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
