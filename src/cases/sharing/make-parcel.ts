import { communityOf } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import { openAt, type StatementContent, statementSpot } from '../sealing.ts';
import type { Parcel, ShareInput } from './contract.ts';

type About = { caseId: string; number: string; key: Buffer; basis: string; at: Date };

/** What leaves the case by this choice and nothing beside it; a choice that gives nothing, or more than it says, is refused. */
export async function makeParcel(tx: Tx<PersonActor>, about: About, input: ShareInput): Promise<Parcel> {
  refuseChoice(input);
  const { gives } = input;
  return {
    community: (await communityOf(tx)).name,
    reference: about.number,
    gives,
    statements: gives === 'statements' ? await chosen(tx, about, input.statementIds) : [],
    summary: gives === 'summary' ? input.summary : '',
    askOf: gives === 'contact' ? input.askOf : '',
    to: input.recipient.name,
    basis: about.basis,
    isEmergency: input.isEmergency,
    sharedAt: about.at.toISOString(),
    endsAt: new Date(input.endsAt).toISOString(),
    language: input.language,
  };
}

function refuseChoice({ gives, statementIds, summary, askOf }: ShareInput): void {
  if (gives === 'statements' && statementIds.length === 0) throw invalid({ statementIds: 'required' });
  if (gives === 'summary' && summary.length < 3) throw invalid({ summary: 'required' });
  if (gives === 'contact' && askOf.length < 2) throw invalid({ askOf: 'required' });
}

/** The chosen statements in the case's own order, without who said each; one of another case is refused. */
async function chosen(tx: Tx, { caseId, key }: About, ids: readonly string[]): Promise<Parcel['statements']> {
  const rows = await tx.sql
    .selectFrom('statements')
    .select(['id', 'communityId', 'kind', 'content'])
    .where('caseId', '=', caseId)
    .where('id', 'in', ids)
    .orderBy('position')
    .execute();
  if (rows.length !== new Set(ids).size) throw invalid({ statementIds: 'not-possible' });
  return rows.map((row) => {
    const content = openAt<StatementContent>(key, statementSpot(row.communityId, caseId, row.id), row.content);
    const { words, happened, where = '', how = null } = content;
    return { kind: row.kind as 'seen', words, happened, where, how };
  });
}
