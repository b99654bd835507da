import { sql as raw } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import {
  type LegalProfile,
  legalProfileIds,
  profileOfCountry,
  type RegimeId,
  type RetentionRuleName,
} from '../contract/legal.ts';
import { communityOf } from '../queries/communities.ts';
import { membersById } from '../queries/members.ts';
import { ownRetention, type Profile } from './profile.ts';
import { regimeWords } from './profiles/regimes.ts';
import { profiles } from './profiles.ts';

/**
 * The law that this community works under: the profile that it chose, else its country's. Periods, grounds for sharing and the age
 * of consent each say whether the community's counsel has confirmed them for this edition; nothing else is checked by anybody.
 */
export async function legalProfileOf(tx: Tx): Promise<LegalProfile> {
  const { profile, isChosen, version } = await chosenProfile(tx);
  const signature = await lastSignature(tx, profile);
  const confirmed = new Set(signature?.confirmed);
  const regimes = [...new Set(profile.bases.map(({ regime }) => regime))];
  return {
    id: profile.id,
    edition: profile.edition,
    isChosen,
    retention: retentionOf(profile, isChosen, confirmed),
    regimes: regimes.map((id: RegimeId) => ({ id, words: regimeWords[id] })),
    bases: profile.bases.map((basis) => ({
      ...basis,
      isEmergency: basis.isEmergency === true,
      verified: confirmed.has(basis.id),
    })),
    answering: { ...profile.answering, verified: confirmed.has('answering') },
    consent: profile.consent && { ...profile.consent, verified: confirmed.has('consent') },
    signedOff: signature && {
      counsel: signature.counsel,
      office: signature.office,
      signedOn: signature.signedOn,
      recordedBy: (await membersById(tx, [signature.recordedBy])).get(signature.recordedBy)?.name ?? '',
      recordedAt: signature.recordedAt.toISOString(),
    },
    version,
  };
}

/** The profile in force here, whether somebody chose it, and the version of that choice. */
export async function chosenProfile(tx: Tx): Promise<{ profile: Profile; isChosen: boolean; version: number }> {
  const row = await tx.sql
    .selectFrom('communitySettings')
    .select(['version', 'value'])
    .where('subject', '=', 'legal')
    .executeTakeFirst();
  const kept = (row?.value as { profile?: string } | null | undefined)?.profile;
  const chosen = legalProfileIds.find((id) => id === kept);
  const id = chosen ?? profileOfCountry((await communityOf(tx)).country);
  return { profile: profiles[id], isChosen: chosen !== undefined, version: row?.version ?? 0 };
}

/** Where nobody chose, the program's own days hold: the country alone shortens nothing. */
const retentionOf = (
  profile: Profile,
  isChosen: boolean,
  confirmed: ReadonlySet<string>,
): LegalProfile['retention'] => {
  const marked = (rule: RetentionRuleName) => ({
    ...profile.retention[rule],
    ...(!isChosen && { days: ownRetention[rule].days }),
    verified: confirmed.has(`retention-${rule}`),
  });
  return {
    'report-no-concern': marked('report-no-concern'),
    'report-passed-on': marked('report-passed-on'),
    'case-closed': marked('case-closed'),
  };
};

async function lastSignature(tx: Tx, { id, edition }: Profile) {
  const row = await tx.sql
    .selectFrom('legalSignOffs')
    .select(['counsel', 'office', 'confirmed', 'recordedBy', 'recordedAt'])
    .select(raw<string>`to_char(signed_on, 'YYYY-MM-DD')`.as('signedOn'))
    .where('profile', '=', id)
    .where('edition', '=', raw<Date>`${edition}::date`)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
