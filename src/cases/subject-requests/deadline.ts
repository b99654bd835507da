import type { LegalProfile } from '../../community/index.ts';

type Answering = LegalProfile['answering'];

/** The same day so many months later, or the last of that month where it has no such day (Regulation 1182/71, Article 3(2)(c)). */
export function monthsAfter(date: Date, months: number): Date {
  const later = new Date(date);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return later;
}

/** By when a request that was received then is answered under this law, and by when at the latest once it was put off. */
export function datesUnder({ unit, within, further }: Answering, receivedAt: Date) {
  const after = (count: number) =>
    unit === 'months' ? monthsAfter(receivedAt, count) : new Date(receivedAt.getTime() + count * 86_400_000);
  return { firstDueAt: after(within), latestDueAt: after(within + further) };
}
