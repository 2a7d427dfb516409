/** All facts of a consolidation, in the order the report would use them. Pure: the same input gives the same facts. */
import type { Fact } from './fact';
import type { FactContext } from './fact-context';
import { breadthFacts, changeFacts, leadingFact, moneyFacts, rewardFact, unusualFacts } from './chosen-facts';
import { groupFacts, rowFacts, silentRowFacts } from './row-facts';
import { documentsFact } from './text-facts';
import { parentsFact, scopeFact, timingFacts, waitingFact } from './unit-facts';

export function computeFacts(context: FactContext): readonly Fact[] {
  const groups = groupFacts(context);
  return [
    scopeFact(context),
    ...documentsFact(context),
    ...groups,
    ...rowFacts(context),
    ...silentRowFacts(context),
    ...waitingFact(context),
    ...moneyFacts(context),
    ...rewardFact(context),
    ...timingFacts(context),
    ...breadthFacts(context, groups),
    ...leadingFact(context),
    ...changeFacts(context),
    ...parentsFact(context),
    ...unusualFacts(context),
  ];
}
