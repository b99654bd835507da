import { communityOf } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import { givenStatements } from '../statements/given-statements.ts';
import type { Parcel, ShareInput } from './contract.ts';

type About = { caseId: string; number: string; key: Buffer; basis: string; at: Date };

type Addressed = Pick<ShareInput, 'recipient' | 'isEmergency' | 'endsAt' | 'language'>;

/** What stands on everything that leaves a case: from whom, about which number, to whom, on which ground and until when. */
export async function emptyParcel(tx: Tx<PersonActor>, about: About, input: Addressed): Promise<Omit<Parcel, 'gives'>> {
  return {
    community: (await communityOf(tx)).name,
    reference: about.number,
    statements: [],
    summary: '',
    askOf: '',
    to: input.recipient.name,
    basis: about.basis,
    isEmergency: input.isEmergency,
    sharedAt: about.at.toISOString(),
    endsAt: new Date(input.endsAt).toISOString(),
    language: input.language,
  };
}

/** What leaves the case by this choice and nothing beside it; a choice that gives nothing, or more than it says, is refused. */
export async function makeParcel(tx: Tx<PersonActor>, about: About, input: ShareInput): Promise<Parcel> {
  refuseChoice(input);
  const { gives } = input;
  return {
    ...(await emptyParcel(tx, about, input)),
    gives,
    statements: gives === 'statements' ? await givenStatements(tx, about, input.statementIds) : [],
    summary: gives === 'summary' ? input.summary : '',
    askOf: gives === 'contact' ? input.askOf : '',
  };
}

function refuseChoice({ gives, statementIds, summary, askOf }: ShareInput): void {
  if (gives === 'statements' && statementIds.length === 0) throw invalid({ statementIds: 'required' });
  if (gives === 'summary' && summary.length < 3) throw invalid({ summary: 'required' });
  if (gives === 'contact' && askOf.length < 2) throw invalid({ askOf: 'required' });
}
