/** Draws the ribbon: the stand-in's own "Tệp" tab and the tabs of the add-in's manifest. */
import { localAddress, type RibbonButton, type RibbonTab } from './manifest';

export interface OwnButton {
  readonly id: string;
  readonly label: string;
  /** The path of a 24 × 24 line drawing. */
  readonly drawing: string;
  readonly press: () => void;
}

export interface RibbonPort {
  readonly own: readonly { readonly label: string; readonly buttons: readonly OwnButton[] }[];
  readonly press: (button: RibbonButton) => void;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}

function group(label: string, buttons: readonly HTMLButtonElement[]): HTMLElement {
  const box = element('div', 'group');
  const row = element('div', 'buttons');
  row.append(...buttons);
  box.append(row, element('div', 'name', label));
  return box;
}

function addinButton(button: RibbonButton, press: (button: RibbonButton) => void): HTMLButtonElement {
  const made = element('button');
  made.type = 'button';
  made.id = `ribbon-${button.id}`;
  made.title = button.description === '' ? button.title : `${button.title}\n${button.description}`;
  const icon = element('span', 'icon');
  if (button.icon !== null) {
    const image = element('img');
    image.src = localAddress(button.icon);
    image.alt = '';
    icon.append(image);
  }
  made.append(icon, element('span', '', button.label));
  made.addEventListener('click', () => press(button));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

function drawing(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

function ownButton(button: OwnButton): HTMLButtonElement {
  const made = element('button');
  made.type = 'button';
  made.id = `own-${button.id}`;
  const icon = element('span', 'icon');
  icon.append(drawing(button.drawing));
  made.append(icon, element('span', '', button.label));
  made.addEventListener('click', () => button.press());
  return made;
}

/** Fills the tab list and the ribbon; the add-in's first tab is shown, or "Tệp" when it has none. */
export function drawRibbon(tabList: HTMLElement, ribbon: HTMLElement, tabs: readonly RibbonTab[], port: RibbonPort): void {
  const own = (): HTMLElement[] => port.own.map(({ label, buttons }) => group(label, buttons.map(ownButton)));
  const pages = [
    { label: 'Tệp', draw: own },
    ...tabs.map((tab) => ({
      label: tab.label,
      draw: (): HTMLElement[] =>
        tab.groups.map((g) =>
          group(
            g.label,
            g.buttons.map((b) => addinButton(b, port.press)),
          ),
        ),
    })),
  ];
  const show = (index: number): void => {
    [...tabList.children].forEach((tab, place) => tab.setAttribute('aria-selected', String(place === index)));
    ribbon.replaceChildren(...(pages[index]?.draw() ?? []));
  };
  tabList.replaceChildren(
    ...pages.map(({ label }, index) => {
      const tab = element('button', '', label);
      tab.type = 'button';
      tab.setAttribute('role', 'tab');
      tab.addEventListener('click', () => show(index));
      return tab;
    }),
  );
  show(pages.length > 1 ? 1 : 0);
}
