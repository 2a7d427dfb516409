/**
 * Keeps requests to Excel below its limit: Excel on the web refuses more than 5 MB at once. Commands are counted as they
 * are given; when the next one would be too much, what is there is sent first.
 */

/** Bytes of one request. Below 4 MB by a distance, since sizes are estimates made from above. */
export const REQUEST_LIMIT = 3_000_000;
/** What one property or method costs on the wire with its object paths; measured requests stay below. */
export const COMMAND_BYTES = 420;
/** One array of values; larger ones are written in parts. */
export const ARRAY_LIMIT = 1_000_000;

export class Batcher {
  private bytes = 0;

  constructor(private readonly context: Excel.RequestContext) {}

  /** Makes room for commands that cost about this much; may send what was given before. */
  async room(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > REQUEST_LIMIT) await this.send();
    this.bytes += bytes;
  }

  async send(): Promise<void> {
    await this.context.sync();
    this.bytes = 0;
  }
}

/** At most how many bytes a value takes in a request. */
export function bytesOf(value: string | number | boolean): number {
  // A letter of Vietnamese takes up to three bytes; marks that JSON escapes take up to six.
  return typeof value === 'string' ? value.length * 3 + 4 : 20;
}
