import type { z } from 'zod';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { peopleWithPager, troubledPages } from '../../platform/paging/index.ts';
import type { pagingState } from '../contract.ts';
import { answerableAt } from './duty.ts';
import { membersById } from './members.ts';

const daysBack = 7;
const steps = ['duty', 'second', 'coordinator'] as const;

/** Who would be told now if nobody answered, and the pages of the last week that did not get through at once. */
export async function pagingStateOf(tx: Tx, ground: Ground): Promise<z.infer<typeof pagingState>> {
  const now = ground.clock.now();
  const answerable = await answerableAt(tx, now);
  const troubled = await troubledPages(tx, new Date(now.getTime() - daysBack * 86_400_000));
  const people = await membersById(tx, [...Object.values(answerable), ...troubled.map(({ personId }) => personId)]);
  const reachable = await peopleWithPager(tx);
  const nameOf = (id: string) => people.get(id)?.name ?? '';
  return {
    ladder: steps.map((step) => ({
      step,
      person: { id: answerable[step], name: nameOf(answerable[step]) },
      byTelephone: reachable.has(answerable[step]),
    })),
    troubled: troubled.map(({ personId, at, attempts, deliveredAt, gaveUpAt }) => ({
      person: nameOf(personId),
      at: at.toISOString(),
      attempts,
      state: deliveredAt ? ('delivered' as const) : gaveUpAt ? ('given-up' as const) : ('waiting' as const),
    })),
  };
}
