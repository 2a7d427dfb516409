/** The samples at hand: a list beside the grid. A click opens one; the arrow saves it, to be chosen in the pane. */
import { need } from './pane';

export async function listSamples(open: (name: string, bytes: Uint8Array) => void): Promise<readonly string[]> {
  const answer = await fetch('/samples.json');
  const names = (await answer.json()) as string[];
  const list = need('sample-list');
  for (const name of names) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.title = name;
    button.addEventListener('click', () => {
      void fetch(`/samples/${encodeURIComponent(name)}`)
        .then((reply) => reply.arrayBuffer())
        .then((buffer) => open(name, new Uint8Array(buffer)));
    });
    const link = document.createElement('a');
    link.href = `/samples/${encodeURIComponent(name)}`;
    link.download = name;
    link.textContent = '⤓';
    link.title = `Tải về ${name}`;
    link.setAttribute('aria-label', `Tải về ${name}`);
    item.append(button, link);
    list.append(item);
  }
  need('samples-close').addEventListener('click', () => toggleSamples(false));
  return names;
}

export function toggleSamples(on?: boolean): void {
  const box = need('samples');
  box.hidden = on === undefined ? !box.hidden : !on;
  dispatchEvent(new Event('resize'));
}
