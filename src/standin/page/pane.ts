/** The docked task pane: opened by the ribbon, 320 to 600 pixels wide, drawn wider or narrower by its edge. */

const NARROWEST = 320;
const WIDEST = 600;
const STEP = 10;

export class Pane {
  private readonly pane = need('pane');
  private readonly divider = need('divider');
  private readonly frame = need('pane-frame') as HTMLIFrameElement;
  private address: string | null = null;

  constructor(title: string) {
    need('pane-title').textContent = title;
    need('pane-close').addEventListener('click', () => this.show(false));
    this.divider.addEventListener('pointerdown', (event) => this.drag(event));
    this.divider.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowLeft' ? STEP : event.key === 'ArrowRight' ? -STEP : 0;
      if (step !== 0) this.resize(this.pane.getBoundingClientRect().width + step);
    });
  }

  /** Loads the page once: with a shared runtime it lives on while the pane is closed. */
  load(address: string): void {
    if (this.address === address) return;
    this.address = address;
    this.frame.src = address;
  }

  open(address: string): void {
    this.load(address);
    this.show(true);
  }

  reload(): void {
    if (this.address !== null) this.frame.src = this.address;
  }

  /** Shows the pane, or closes it: by its own button, by the ribbon, and by the add-in itself. */
  show(on: boolean): void {
    this.pane.hidden = !on;
    this.divider.hidden = !on;
    dispatchEvent(new Event('resize'));
  }

  private resize(width: number): void {
    this.pane.style.width = `${String(Math.min(WIDEST, Math.max(NARROWEST, Math.round(width))))}px`;
    dispatchEvent(new Event('resize'));
  }

  private drag(event: PointerEvent): void {
    const [from, width] = [event.clientX, this.pane.getBoundingClientRect().width];
    const move = (next: PointerEvent): void => this.resize(width + from - next.clientX);
    document.body.classList.add('dragging');
    this.divider.setPointerCapture(event.pointerId);
    this.divider.addEventListener('pointermove', move);
    this.divider.addEventListener(
      'pointerup',
      () => {
        this.divider.removeEventListener('pointermove', move);
        document.body.classList.remove('dragging');
      },
      { once: true },
    );
  }

  get window(): Window | null {
    return this.frame.contentWindow;
  }
}

export function need(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}
