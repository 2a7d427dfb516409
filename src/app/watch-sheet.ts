/**
 * Checking while the clerk types: what changed is read again, everything is judged anew (that costs nothing), findings
 * and marks follow. Changes are gathered for a moment, and one check runs at a time.
 */
import { ok } from '../core/result';
import { checkSheet, judgeAndMark, type CheckedSheet, type CheckSettings } from './check-sheet';
import type { HostProblem, HostResult, Marking, RowSpan, SheetChange, SheetReading, Watching } from './host';

/** Milliseconds after the last change before it is looked at; the findings are there within half a second. */
const PAUSE = 120;

export interface SheetWatch {
  /** Everything is read again, for edits that raised no event. */
  recheck(): Promise<void>;
  stop(): Promise<void>;
}

export interface WatchNews {
  readonly onChecked: (checked: CheckedSheet) => void;
  readonly onProblem: (problem: HostProblem) => void;
}

/** Watches a sheet that was checked. */
export async function watchSheet(
  host: SheetReading & Marking & Watching,
  settings: CheckSettings,
  start: CheckedSheet,
  news: WatchNews,
): HostResult<SheetWatch> {
  const watch = new RunningWatch(host, settings, start, news);
  const watched = await host.watchSheet(start.sheet.id, (change) => watch.note(change));
  if (!watched.ok) return watched;
  return ok({
    recheck: () => watch.recheck(),
    stop: () => {
      watch.end();
      return watched.value();
    },
  });
}

class RunningWatch {
  private pending: RowSpan[] = [];
  private everything = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> = Promise.resolve();
  private ended = false;
  private last: CheckedSheet;

  constructor(
    private readonly host: SheetReading & Marking,
    private readonly settings: CheckSettings,
    start: CheckedSheet,
    private readonly news: WatchNews,
  ) {
    this.last = start;
  }

  note(change: SheetChange): void {
    if (this.ended) return;
    if (change.kind === 'all') this.everything = true;
    else this.pending.push(...change.rows);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.look();
    }, PAUSE);
  }

  recheck(): Promise<void> {
    this.everything = true;
    return this.look();
  }

  end(): void {
    this.ended = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** Asked anew each time: it may end while a check runs. */
  private hasEnded(): boolean {
    return this.ended;
  }

  private look(): Promise<void> {
    this.running = this.running.then(() => this.check());
    return this.running;
  }

  private async check(): Promise<void> {
    if (this.hasEnded() || (!this.everything && this.pending.length === 0)) return;
    const [everything, rows] = [this.everything, this.pending];
    this.everything = false;
    this.pending = [];
    const checked = everything
      ? await checkSheet(this.host, this.settings, this.last.sheet.id)
      : await this.checkRows(rows);
    if (this.hasEnded()) return;
    if (checked.ok) {
      this.last = checked.value;
      this.news.onChecked(checked.value);
    } else {
      // Nothing is known for sure now: the next change reads everything.
      this.everything = true;
      this.news.onProblem(checked.error);
    }
  }

  private async checkRows(rows: readonly RowSpan[]): HostResult<CheckedSheet> {
    const read = await this.host.readRows(this.last.sheet, joined(rows));
    return read.ok ? judgeAndMark(this.host, this.settings, read.value) : read;
  }
}

/** Spans in order, those that touch made one. */
function joined(rows: readonly RowSpan[]): readonly RowSpan[] {
  const all: { first: number; last: number }[] = [];
  for (const { first, last } of [...rows].sort((a, b) => a.first - b.first)) {
    const open = all.at(-1);
    if (open !== undefined && first <= open.last + 1) open.last = Math.max(open.last, last);
    else all.push({ first, last });
  }
  return all;
}
