/** Troubles that tests switch on, so that the add-in's bad days can be rehearsed. */
import { HostError, type HostErrorCode } from '../model/host-error';

/** Excel on the web refuses requests and replies above this (Microsoft's "resource limits and performance"). */
export const WEB_PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface Failure {
  readonly code: HostErrorCode;
  readonly message: string;
}

const DEFAULT_FAILURE: Failure = {
  code: 'GeneralException',
  message: 'There was an internal error while processing the request.',
};

export class Faults {
  private seen = 0;
  private once = new Map<number, Failure>();
  private within = new Map<number, number>();
  private from: { readonly batch: number; readonly failure: Failure } | null = null;
  private editing: { readonly done: Promise<void>; readonly finish: () => void } | null = null;
  /** Milliseconds that every batch waits before it is done. */
  delay = 0;
  /** Largest request and reply in bytes; null for none. */
  payloadLimit: number | null = null;

  /** The nth batch from now (1 is the next) fails once; nothing of it is done. */
  failOnce(batch: number, failure: Failure = DEFAULT_FAILURE): void {
    this.once.set(this.seen + batch, failure);
  }

  /** The nth batch from now is broken off: its first `actions` actions stay done, the next one fails. */
  breakOff(batch: number, actions: number): void {
    this.within.set(this.seen + batch, actions);
  }

  /** From the nth batch from now on every batch fails, until `clear`. */
  failFrom(batch: number, failure: Failure = DEFAULT_FAILURE): void {
    this.from = { batch: this.seen + batch, failure };
  }

  clear(): void {
    this.once.clear();
    this.within.clear();
    this.from = null;
    this.delay = 0;
    this.payloadLimit = null;
    this.endCellEdit();
  }

  get isEditingCell(): boolean {
    return this.editing !== null;
  }

  /** Somebody is typing in a cell: batches fail, or wait when they asked for that. */
  beginCellEdit(): void {
    if (this.editing !== null) return;
    let finish = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    this.editing = { done, finish };
  }

  endCellEdit(): void {
    this.editing?.finish();
    this.editing = null;
  }

  /** Counts a batch and lets it pass, wait or fail. Returns how many of its actions may be done; null for all. */
  async pass(requestBytes: number, waitsForCellEdit: boolean): Promise<number | null> {
    this.seen += 1;
    const number = this.seen;
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    if (this.editing !== null) {
      if (!waitsForCellEdit) {
        throw new HostError(
          'InvalidOperationInCellEditMode',
          'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, ' +
            'and then try again.',
        );
      }
      await this.editing.done;
    }
    const failure = this.once.get(number) ?? (this.from !== null && number >= this.from.batch ? this.from.failure : null);
    this.once.delete(number);
    if (failure !== null) throw new HostError(failure.code, failure.message, 500);
    if (this.payloadLimit !== null && requestBytes > this.payloadLimit) {
      throw new HostError('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.', 413);
    }
    const most = this.within.get(number) ?? null;
    this.within.delete(number);
    return most;
  }

  checkReply(replyBytes: number): void {
    if (this.payloadLimit !== null && replyBytes > this.payloadLimit) {
      throw new HostError('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.', 413);
    }
  }
}
