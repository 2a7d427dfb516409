/** The worker's side of the pool: takes one job at a time, answers it, survives a handler that throws. */
import type { AnswerMessage, JobMessage, JobPort } from './worker-handle';

function isJobMessage(message: unknown): message is JobMessage {
  return typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'number' && 'job' in message;
}

/** Buffers and strings that could not be had, and recursion without end, are the input's fault, not a bug. */
function isMemoryFault(error: unknown): boolean {
  return error instanceof RangeError;
}

/**
 * Answers every job that arrives with what the handler gives for it.
 * The types are the caller's word: both sides of the port are built from the same sources.
 */
export function serveJobs<Job, Answer>(port: JobPort, handler: (job: Job) => Answer | Promise<Answer>): void {
  const serve = async ({ id, job }: JobMessage): Promise<AnswerMessage> => {
    try {
      return { id, done: true, answer: await handler(job as Job) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { id, done: false, memory: isMemoryFault(error), message };
    }
  };
  // A job may wait (for a digest): the next is not begun before it is answered.
  let last: Promise<void> = Promise.resolve();
  port.onMessage((message) => {
    if (isJobMessage(message)) last = last.then(() => serve(message)).then(port.post);
  });
}

/**
 * As {@link serveJobs} for jobs that need settings: they come before the first job, as { settings }. The types are the
 * caller's word here too.
 */
export function serveJobsWith<Settings, Job, Answer>(
  port: JobPort,
  handler: (job: Job, settings: Settings) => Answer | Promise<Answer>,
): void {
  let given: { readonly settings: Settings } | null = null;
  port.onMessage((message) => {
    if (typeof message === 'object' && message !== null && 'settings' in message) given = message as { readonly settings: Settings };
  });
  serveJobs<Job, Answer>(port, (job) => {
    if (given === null) throw new Error('a job came before the settings');
    return handler(job, given.settings);
  });
}
