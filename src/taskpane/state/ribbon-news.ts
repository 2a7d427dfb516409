/** What a button of the ribbon has just done, told to the pane; the ribbon lives outside of the pane's own state. */

const listeners = new Set<() => void>();
let sentence: string | null = null;

function set(next: string | null): void {
  sentence = next;
  for (const listener of listeners) listener();
}

export const ribbonNews = {
  tell: (next: string): void => {
    set(next);
  },
  clear: (): void => {
    set(null);
  },
  current: (): string | null => sentence,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
