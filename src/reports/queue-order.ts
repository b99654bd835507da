import { sql as raw } from 'kysely';
import type { Lane, Urgency } from './contract.ts';

const urgencyPlaces: Record<Urgency, number> = { immediate: 0, urgent: 2, unsorted: 4, routine: 6 };

/** Where a waiting report stands: by urgency, what did work first among equals; what stands behind comes after all others. */
export const placeOf = ({ lane, urgency }: { lane: string; urgency: string }): number =>
  ((lane as Lane) === 'behind' ? 8 : 0) + urgencyPlaces[urgency as Urgency] + (lane === 'front' ? 0 : 1);

/** The same in the database, word for word as in its index. */
export const place = raw<number>`((case lane when 'behind' then 8 else 0 end)
    + (case urgency when 'immediate' then 0 when 'urgent' then 2 when 'unsorted' then 4 else 6 end)
    + (case lane when 'front' then 0 else 1 end))`;
