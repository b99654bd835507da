import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { openJson, type Place, sealJson } from '../../platform/vault/index.ts';
import { type Mailbox, type SaveMailboxInput, whatThen } from '../contract.ts';

const shape = z.object({
  host: z.string(),
  port: z.number(),
  isTlsFromStart: z.boolean(),
  user: z.string(),
  secret: z.string(),
  authority: z.string().default(''),
  folder: z.string(),
  afterwards: z.enum(whatThen),
  answers: z.boolean(),
});
/** A mailbox with its password; for fetching only, never for an answer. */
export type OpenedMailbox = z.infer<typeof shape>;

const none: OpenedMailbox = {
  host: '',
  port: 993,
  isTlsFromStart: true,
  user: '',
  secret: '',
  authority: '',
  folder: 'INBOX',
  afterwards: 'keep',
  answers: false,
};

const placeOf = (community: string, version: number): Place => ({
  community,
  table: 'mailboxes',
  column: 'sealed',
  row: community,
  record: community,
  version,
});
const keyOf = (ground: Ground) => ground.keyStore.installationSecret('mailboxes');

/** Opens what is kept of the mailbox; null where none was ever saved. */
export function openMailbox(
  ground: Ground,
  row: { communityId: string; version: number; sealed: Buffer | null } | undefined,
): OpenedMailbox | null {
  if (!row?.sealed) return null;
  return shape.parse(openJson(keyOf(ground), placeOf(row.communityId, row.version), row.sealed));
}

/** A certificate as it is written in files, and no private key by mistake. */
function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).ca && !text.includes('PRIVATE KEY');
  } catch {
    return false;
  }
}

const rowOf = (tx: Tx) => tx.sql.selectFrom('mailboxes').selectAll().executeTakeFirst();

/** The mailbox as its settings are shown: of the password only whether there is one, and how the last look went. */
export async function mailboxOf(tx: Tx, ground: Ground): Promise<Mailbox> {
  const row = await rowOf(tx);
  const { secret, ...rest } = openMailbox(ground, row) ?? none;
  const by = row && (await membersById(tx, [row.changedBy])).get(row.changedBy)?.name;
  return {
    ...rest,
    hasSecret: secret !== '',
    version: row?.version ?? 0,
    changedBy: by ?? null,
    changedAt: row?.changedAt.toISOString() ?? null,
    checkedAt: row?.checkedAt?.toISOString() ?? null,
    trouble: (row?.trouble as Mailbox['trouble'] | undefined) ?? null,
    taken: row?.taken ?? 0,
  };
}

/**
 * Saves the mailbox on top of the version that was on the screen; somebody else's newer one is never overwritten. Mails are
 * taken from the day on which the mailbox was first named, or named anew; an empty host takes none any more.
 */
export async function saveMailbox(tx: Tx<PersonActor>, ground: Ground, input: SaveMailboxInput): Promise<void> {
  const { version: seen, secret: typed, ...rest } = input;
  const { communityId, personId } = tx.actor;
  const row = await tx.sql.selectFrom('mailboxes').selectAll().forUpdate().executeTakeFirst();
  if ((row?.version ?? 0) !== seen) throw conflict('changed-since-you-opened-it');
  const before = openMailbox(ground, row) ?? none;
  const isTheSame = before.host === rest.host && before.user === rest.user && before.folder === rest.folder;
  // A password that was given for one server is not shown to another.
  const secret = typed || (isTheSame ? before.secret : '');
  if (rest.host !== '' && secret === '') throw invalid({ secret: 'required' });
  if (rest.authority !== '' && !isCertificate(rest.authority)) throw invalid({ authority: 'no-certificate' });
  if (rest.host !== '' && rest.user === '') throw invalid({ user: 'required' });
  const now = ground.clock.now();
  const values = {
    version: seen + 1,
    sealed: sealJson(keyOf(ground), placeOf(communityId, seen + 1), { ...rest, secret }),
    changedBy: personId,
    changedAt: now,
    begunAt: isTheSame && row ? row.begunAt : now,
    claimedUntil: null,
    trouble: null,
  };
  await tx.sql
    .insertInto('mailboxes')
    .values({ communityId, ...values })
    .onConflict((clash) => clash.column('communityId').doUpdateSet(values))
    .execute();
  await recordAct(tx, ground, { act: 'mailbox-saved', recordKind: 'community', recordId: null });
}
