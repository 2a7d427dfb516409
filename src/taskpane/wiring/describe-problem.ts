/** The sentence of a problem with Excel; the sentences are loaded when there is a problem. */
import type { HostProblem } from '../../app/host';

export async function describeProblem(problem: HostProblem): Promise<string> {
  const { describeHostProblem } = await import('../../messages/host-words');
  return describeHostProblem(problem);
}
