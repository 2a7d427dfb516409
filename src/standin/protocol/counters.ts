/** What the add-in costs Excel: batches and bytes, in all and for each thing a person did. */

export interface Tally {
  batches: number;
  /** Bytes the add-in sent. */
  bytesOut: number;
  /** Bytes the add-in received. */
  bytesIn: number;
}

export interface ActionTally extends Tally {
  readonly action: string;
}

const zero = (): Tally => ({ batches: 0, bytesOut: 0, bytesIn: 0 });

export class Counters {
  readonly total: Tally = zero();
  private readonly list: ActionTally[] = [];
  private readonly listeners = new Set<() => void>();

  /** Whatever is counted from now on belongs to this action: a click, a key, a ribbon button. */
  beginAction(action: string): void {
    const last = this.list.at(-1);
    // An action that cost nothing leaves no line.
    if (last !== undefined && last.batches === 0) this.list.pop();
    this.list.push({ action, ...zero() });
    if (this.list.length > 200) this.list.shift();
  }

  count(bytesOut: number, bytesIn: number): void {
    if (this.list.length === 0) this.beginAction('start');
    for (const tally of [this.total, this.list.at(-1)]) {
      if (tally === undefined) continue;
      tally.batches += 1;
      tally.bytesOut += bytesOut;
      tally.bytesIn += bytesIn;
    }
    for (const listener of this.listeners) listener();
  }

  get actions(): readonly ActionTally[] {
    return this.list;
  }

  get current(): ActionTally | null {
    return this.list.at(-1) ?? null;
  }

  onCount(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  reset(): void {
    Object.assign(this.total, zero());
    this.list.splice(0);
  }
}
