/**
 * The open workbook, reached from the desk's thread: calls travel as messages, the page makes them on the session's host.
 * Only Office.js runs on the page; what is written is planned in the desk.
 */
import type { HostProblem, SummaryKeeping } from '../../app/host';
import { fail, type Result } from '../../core/result';
import type { DeskNews, DeskOrder, HostArguments, HostCall } from './messages';

type Told = Result<unknown, HostProblem>;

export interface HostProxy extends Pick<SummaryKeeping, 'readSummary' | 'replaceSummary'> {
  /** The page's answer to a call. */
  readonly hear: (id: number, result: Told) => void;
  readonly recover: SummaryKeeping['recover'];
}

/** The desk's side. */
export function hostProxy(tell: (news: DeskNews) => void): HostProxy {
  const waiting = new Map<number, (result: Told) => void>();
  let last = 0;
  const call = <C extends HostCall>(name: C, ...args: HostArguments<C>): Promise<Told> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      tell({ kind: 'host-call', id: last, call: name, with: args });
    });
  return {
    // What comes back is what the page's host gave: the types are those of the call.
    readSummary: () => call('readSummary') as ReturnType<SummaryKeeping['readSummary']>,
    replaceSummary: (...args) => call('replaceSummary', ...args) as ReturnType<SummaryKeeping['replaceSummary']>,
    // Leftovers are removed by the page when it opens the workbook; a run has nothing to recover by itself.
    recover: () => Promise.resolve(fail({ code: 'not-supported', detail: null })),
    hear: (id, result) => {
      waiting.get(id)?.(result);
      waiting.delete(id);
    },
  };
}

/** The page's side: makes the call and sends the answer. Without a workbook every call is refused. */
export async function answerHostCall(
  host: SummaryKeeping | null,
  news: Extract<DeskNews, { kind: 'host-call' }>,
): Promise<Extract<DeskOrder, { kind: 'host-answer' }>> {
  return { kind: 'host-answer', id: news.id, result: await make(host, news) };
}

async function make(host: SummaryKeeping | null, news: Extract<DeskNews, { kind: 'host-call' }>): Promise<Told> {
  if (host === null) return fail({ code: 'not-supported', detail: null });
  try {
    if (news.call === 'readSummary') return await host.readSummary();
    const [sheets, state, properties] = news.with as HostArguments<'replaceSummary'>;
    return await host.replaceSummary(sheets, state, properties);
  } catch {
    // A fault of ours in the host must not leave the desk waiting for ever.
    return fail({ code: 'unexpected', detail: null });
  }
}
