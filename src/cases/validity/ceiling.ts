import { type RawBuilder, sql as raw } from 'kysely';
import { legalProfileOf } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';

const dayMilliseconds = 86_400_000;
/** How long ahead somebody is asked, and for how long at least a closed case stays, so that somebody can be. */
const askedDays = 60;
export const askedMilliseconds = askedDays * dayMilliseconds;

/** For how many days a case may be kept after it was opened or last validated, by the community's law. */
export const ceilingDays = async (tx: Tx): Promise<number> =>
  (await legalProfileOf(tx)).retention['case-closed'].ceiling;

type Dated = { openedAt: Date; validatedAt: Date | null; closedAt?: Date | null };

/** Until when a case is kept without a name; one that is closed past its ceiling is not gone before anybody could be asked. */
export function validUntil({ openedAt, validatedAt, closedAt }: Dated, days: number): Date {
  const ceiling = (validatedAt ?? openedAt).getTime() + days * dayMilliseconds;
  return new Date(closedAt ? Math.max(ceiling, closedAt.getTime() + askedMilliseconds) : ceiling);
}

/** The moment from which on it is asked whether a case that is valid until then is still needed. */
export const askedFrom = (until: Date): Date => new Date(until.getTime() - askedMilliseconds);

/** In a query on cases: that their time without anybody's name is over by this moment. */
export const isInvalidBy = (moment: Date, days: number): RawBuilder<boolean> =>
  raw<boolean>`coalesce(cases.validated_at, cases.opened_at) <= ${new Date(moment.getTime() - days * dayMilliseconds)}`;

/** The same for the moment at which one asks ahead. */
export const isAskedBy = (now: Date, days: number): RawBuilder<boolean> =>
  isInvalidBy(new Date(now.getTime() + askedMilliseconds), days);
