import type { SubjectRequests } from './contract.ts';

/** @NOTE Regulation (EU) 2016/679, Article 12(3): one month after receipt; two further months where it is complex, told within the first. */
export const law: SubjectRequests['law'] = { months: 1, furtherMonths: 2, document: 'GDPR', section: 'Article 12(3)' };

/** The same day so many months later, or the last of that month where it has no such day (Regulation 1182/71, Article 3(2)(c)). */
export function monthsAfter(date: Date, months: number): Date {
  const later = new Date(date);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return later;
}
