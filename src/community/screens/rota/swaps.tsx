import { answerSwap, type Rota } from '../../../console/api/community.ts';
import { Moment } from '../../../console/kit/moments.tsx';
import { RefusalNotice } from '../../../console/kit/notice.tsx';
import { Part } from '../../../console/kit/page.tsx';
import { useHasRole, useSession } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { rotaWords } from '../../words/rota/index.ts';
import { useRotaAct } from './use-rota-act.ts';

type Swap = Rota['swaps'][number];

const Answer = ({
  swap,
  answer,
  primary,
}: {
  swap: Swap;
  answer: 'accept' | 'decline' | 'withdraw';
  primary?: boolean;
}) => {
  const { t } = useWords(rotaWords);
  const act = useRotaAct(() => answerSwap(swap.id, answer));
  return (
    <>
      {act.refusal && <RefusalNotice refusal={act.refusal} />}
      <button type="button" className={primary ? 'primary' : ''} disabled={act.isBusy} onClick={act.run}>
        {t(`swap.${answer}`)}
      </button>
    </>
  );
};

const SwapCard = ({ swap, rota }: { swap: Swap; rota: Rota }) => {
  const { t } = useWords(rotaWords);
  const { person } = useSession();
  const worksHere = useHasRole('duty-officer', 'coordinator');
  const shift = rota.shifts.find(({ id }) => id === swap.shiftId);
  if (!shift) return null;
  const isOn = [shift.officer.id, shift.second.id].includes(person.id);
  const isForMe = worksHere && !isOn && (swap.to === null || swap.to.id === person.id);
  return (
    <li className="card">
      <p>
        {t(swap.to ? 'swap.asks' : 'swap.asks-all', { by: swap.by.name, to: swap.to?.name ?? '' })}{' '}
        {t(`swap.part-${swap.part}`)}, <Moment at={shift.startsAt} /> – <Moment at={shift.endsAt} />
      </p>
      <p className="form-acts">
        {isForMe && <Answer swap={swap} answer="accept" primary />}
        {isForMe && swap.to !== null && <Answer swap={swap} answer="decline" />}
        {swap.by.id === person.id && <Answer swap={swap} answer="withdraw" />}
      </p>
    </li>
  );
};

/** Shifts that somebody would like to hand over; each stays with its holder until another person accepts. */
export const Swaps = ({ rota }: { rota: Rota }) => {
  const { t } = useWords(rotaWords);
  if (rota.swaps.length === 0) return null;
  return (
    <Part title={t('swap.title')}>
      <p>{t('swap.words')}</p>
      <ul className="cards">
        {rota.swaps.map((swap) => (
          <SwapCard key={swap.id} swap={swap} rota={rota} />
        ))}
      </ul>
    </Part>
  );
};
