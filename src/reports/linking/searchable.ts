import { sql as raw } from 'kysely';
import type { Outcome } from '../contract.ts';

const protectedAfterDays = 30;
const days = 86_400_000;

/** Until when somebody named in a report with this outcome may still be come upon: a month where it proved unfounded, not at all where it was misuse or a test. */
export function searchableUntil(outcome: Outcome, decidedAt: Date): Date | null {
  if (outcome === 'unsubstantiated') return new Date(decidedAt.getTime() + protectedAfterDays * days);
  return outcome === 'misuse' || outcome === 'test' ? decidedAt : null;
}

/** The same for reports in the database. */
export const mayBeFound = (now: Date) =>
  raw<boolean>`(outcome is null or outcome not in ('unsubstantiated', 'misuse', 'test')
    or (outcome = 'unsubstantiated' and decided_at > ${new Date(now.getTime() - protectedAfterDays * days)}))`;
