import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { HandOverOffers } from '../../../db/types.ts';
import type { Member } from '../../community/index.ts';
import type { handOverOffer } from '../contract.ts';
import { named } from '../present.ts';
import { noteSpot, openAt } from '../sealing.ts';

/** An offer of the lead, as those who can open the case see it; without the case's key its note stays closed. */
export function presentOffer(
  offer: Omit<Selectable<HandOverOffers>, 'position'>,
  names: Map<string, Member>,
  key: Buffer | undefined,
): z.infer<typeof handOverOffer> {
  return {
    id: offer.id,
    roundId: offer.roundId,
    from: named(offer.fromId, names),
    to: named(offer.toId, names),
    deputyAfter: named(offer.deputyAfterId, names),
    state: offer.state as 'open',
    offeredAt: offer.offeredAt.toISOString(),
    expiresAt: offer.expiresAt.toISOString(),
    note:
      key && offer.note ? openAt<string>(key, noteSpot(offer.communityId, offer.caseId, offer.id), offer.note) : null,
  };
}
