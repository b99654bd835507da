import { z } from 'zod';
import type { SystemActor } from '../actor.ts';
import type { Chance } from '../chance.ts';
import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { isLanguage, translator } from '../i18n/index.ts';
import { postMail } from '../mail/index.ts';
import { openSetting } from '../settings/sealed-setting.ts';
import { openPagerNumber } from './numbers.ts';
import type { Page, PageCarrier, Webhook } from './send-page.ts';
import { pagingWords } from './words/index.ts';

const atOnce = 10;
const attemptsAtMost = 8;
const firstPause = 15_000;
const longestPause = 600_000;
/** A claimed page is nobody else's for this long, longer than any call may take. */
const claimMilliseconds = 60_000;
const keepDays = 90;

const webhookSchema = z.object({ url: z.string(), secret: z.string(), allowsNearby: z.boolean() });

/** The community's webhook, or null where it pages nobody. */
async function webhookOf(tx: Tx, ground: Ground): Promise<Webhook | null> {
  return webhookSchema.safeParse(await openSetting(tx, ground, 'paging')).data ?? null;
}

/** Half of the doubled pause is fixed and half is chance, so that many pages do not come back at the same instant. */
export function pauseAfter(attempts: number, chance: Chance): number {
  const whole = Math.min(firstPause * 2 ** (attempts - 1), longestPause);
  return whole / 2 + (whole / 2) * (chance.bytes(4).readUInt32BE() / 2 ** 32);
}

type Claimed = { page: Page; personId: string; attempts: number };

/**
 * Hands over what is due in every community. No transaction is open while a receiver thinks, so one that hangs delays nothing
 * but its own pages; what fails is tried again ever more seldom, then given up where coordinators see it.
 */
export async function deliverPages(ground: Ground, carrier: PageCarrier): Promise<void> {
  const communities = await ground.database.withoutCommunity((sql) =>
    sql.selectFrom('communities').select('id').execute(),
  );
  await Promise.all(communities.map(({ id }) => deliverFor(ground, carrier, id)));
}

async function deliverFor(ground: Ground, carrier: PageCarrier, communityId: string): Promise<void> {
  const actor: SystemActor = { kind: 'system', communityId, job: 'deliver-pages' };
  const { webhook, claimed } = await ground.database.withActor(actor, (tx) => claim(tx, ground));
  const taken = await Promise.all(
    claimed.map(({ page }) => (webhook ? carrier(webhook, page).catch(() => false) : false)),
  );
  if (claimed.length === 0) return;
  await ground.database.withActor(actor, async (tx) => {
    for (const [at, each] of claimed.entries())
      await (taken[at] ? noteTaken(tx, ground, each) : noteFailed(tx, ground, each, webhook === null));
  });
}

async function claim(tx: Tx, ground: Ground): Promise<{ webhook: Webhook | null; claimed: Claimed[] }> {
  const now = ground.clock.now();
  const rows = await tx.sql
    .selectFrom('pagerMessages as page')
    .innerJoin('people', 'people.id', 'page.personId')
    .leftJoin('pagerNumbers as known', 'known.personId', 'page.personId')
    .select(['page.id', 'page.personId', 'page.occasion', 'page.attempts', 'page.createdAt'])
    .select(['people.language', 'known.way', 'known.sealedNumber'])
    .where('page.nextAttemptAt', '<=', now)
    .orderBy('page.nextAttemptAt')
    .limit(atOnce)
    .forUpdate('page')
    .skipLocked()
    .execute();
  if (rows.length === 0) return { webhook: null, claimed: [] };
  await tx.sql
    .updateTable('pagerMessages')
    .set((is) => ({ attempts: is('attempts', '+', 1), nextAttemptAt: new Date(now.getTime() + claimMilliseconds) }))
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  const claimed = rows.map((row) => {
    const { t } = translator(pagingWords, isLanguage(row.language) ? row.language : 'en', 'UTC');
    const text = t(row.occasion === 'test' ? 'page.test' : 'page.waiting');
    const to = row.sealedNumber ? openPagerNumber(ground, tx.actor.communityId, row.personId, row.sealedNumber) : '';
    const way = row.way === 'voice' ? ('voice' as const) : ('sms' as const);
    return {
      page: { id: row.id, way, to, text, at: row.createdAt },
      personId: row.personId,
      attempts: row.attempts + 1,
    };
  });
  return { webhook: await webhookOf(tx, ground), claimed };
}

const noteTaken = (tx: Tx, ground: Ground, { page }: Claimed) =>
  tx.sql
    .updateTable('pagerMessages')
    .set({ deliveredAt: ground.clock.now(), nextAttemptAt: null })
    .where('id', '=', page.id)
    .execute();

async function noteFailed(tx: Tx, ground: Ground, { page, attempts }: Claimed, nowhere: boolean): Promise<void> {
  const now = ground.clock.now();
  const givesUp = nowhere || attempts >= attemptsAtMost;
  const next = new Date(now.getTime() + pauseAfter(attempts, ground.chance));
  await tx.sql
    .updateTable('pagerMessages')
    .set(givesUp ? { gaveUpAt: now, nextAttemptAt: null } : { nextAttemptAt: next })
    .where('id', '=', page.id)
    .execute();
  if (givesUp) await tellCoordinators(tx, ground);
}

async function tellCoordinators(tx: Tx, ground: Ground): Promise<void> {
  const coordinators = await tx.sql
    .selectFrom('memberships')
    .select('personId')
    .where('state', '=', 'active')
    .where((is) => is('roles', '@>', is.val(['coordinator'])))
    .execute();
  for (const { personId } of coordinators) await postMail(tx, ground, personId, 'page-given-up', { number: '' });
}

/** Forgets pages that are long over. */
export async function forgetPages(tx: Tx, ground: Ground): Promise<number> {
  const before = new Date(ground.clock.now().getTime() - keepDays * 86_400_000);
  await tx.sql.deleteFrom('pagerMessages').where('createdAt', '<', before).where('nextAttemptAt', 'is', null).execute();
  return 0;
}
