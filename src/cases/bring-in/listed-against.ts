import { membersOf } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { periodsOf } from '../../retention/index.ts';
import { standardsOf } from '../stages/standards.ts';
import type { CaseImports } from './contract.ts';

/** What a list of cases is checked against: who can lead here, how long a closed case is kept, how soon one is looked at. */
export async function listedAgainst(tx: Tx): Promise<Omit<CaseImports, 'imports'>> {
  const members = (await membersOf(tx)).filter(({ state }) => state === 'active');
  return {
    members: members.map(({ id, name, email }) => ({ id, name, email })),
    closedKeptDays: (await periodsOf(tx))['case-closed'],
    reviewWithinDays: (await standardsOf(tx)).unratedReviewDays,
  };
}
