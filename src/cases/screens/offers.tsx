import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { acceptOffer, declineOffer, type HandOverOffer, type OpenedCase } from '../../console/api/cases.ts';
import { refusalOf } from '../../console/api/refusal.ts';
import { useAnnounce } from '../../console/kit/announce.tsx';
import { Due } from '../../console/kit/moments.tsx';
import { Notice, RefusalNotice } from '../../console/kit/notice.tsx';
import { useSession } from '../../console/kit/session.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';
import { useCaseAnswer } from './use-case-answer.ts';

/** My answer to an offer: accepted, it leads to the case; declined, the page goes on from its top. */
const useReply = (offer: HandOverOffer) => {
  const { t } = useWords(caseWords);
  const announce = useAnnounce();
  const client = useQueryClient();
  const navigate = useNavigate();
  const answer = useCaseAnswer();
  const accept = useMutation({
    mutationFn: () => acceptOffer(offer.id),
    onSuccess: (opened) => {
      announce(t('offer.accepted-now'));
      answer(opened);
      navigate(`/cases/${opened.id}`);
    },
  });
  const decline = useMutation({
    mutationFn: () => declineOffer(offer.id),
    onSuccess: () => {
      announce(t('offer.declined-now'));
      for (const key of ['my-day', 'cases', 'case']) void client.invalidateQueries({ queryKey: [key] });
      document.querySelector('h1')?.focus();
    },
  });
  return { accept, decline, error: accept.error ?? decline.error, isPending: accept.isPending || decline.isPending };
};

/** Accepts or declines the lead that is offered to me; the first of several who accepts holds it. */
export const OfferToMe = ({ offer }: { offer: HandOverOffer }) => {
  const { t } = useWords(caseWords);
  const reply = useReply(offer);
  return (
    <Notice tone="careful" title={t('offer.to-me', { name: offer.from.name })}>
      <p>
        {t('offer.deputy-after', { name: offer.deputyAfter.name })} · <Due at={offer.expiresAt} />
      </p>
      {offer.note && <p>{offer.note}</p>}
      {reply.error && <RefusalNotice refusal={refusalOf(reply.error)} />}
      <p className="form-acts">
        <button type="button" className="primary" disabled={reply.isPending} onClick={() => reply.accept.mutate()}>
          {t('offer.accept')}
        </button>
        <button type="button" disabled={reply.isPending} onClick={() => reply.decline.mutate()}>
          {t('offer.decline')}
        </button>
      </p>
    </Notice>
  );
};

/** The offers of this case: the one to me with its two answers, the others with where they stand. */
export const Offers = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const { person } = useSession();
  const open = opened.offers.filter((offer) => offer.state === 'open');
  const others = open.filter((offer) => offer.to.id !== person.id);
  return (
    <>
      {open
        .filter((offer) => offer.to.id === person.id)
        .map((offer) => (
          <OfferToMe key={offer.id} offer={offer} />
        ))}
      {others.length > 0 && (
        <Notice title={t('offer.open')}>
          <ul>
            {others.map((offer) => (
              <li key={offer.id}>
                {t('offer.to', { from: offer.from.name, to: offer.to.name })} · <Due at={offer.expiresAt} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
};
