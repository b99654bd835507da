import { type Rota, removeLeave } from '../../../console/api/community.ts';
import { Moment } from '../../../console/kit/moments.tsx';
import { RefusalNotice } from '../../../console/kit/notice.tsx';
import { Part } from '../../../console/kit/page.tsx';
import { useHasRole, useSession } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { rotaWords } from '../../words/rota/index.ts';
import { useRotaAct } from './use-rota-act.ts';

type Leave = Rota['leaves'][number];

const LeaveRow = ({ leave, mayChange }: { leave: Leave; mayChange: boolean }) => {
  const { t } = useWords(rotaWords);
  const remove = useRotaAct(() => removeLeave(leave.id));
  return (
    <li className="card card-line">
      <span>
        <strong>{leave.person.name}</strong> · <Moment at={leave.startsAt} /> – <Moment at={leave.endsAt} />
        {remove.refusal && <RefusalNotice refusal={remove.refusal} />}
      </span>
      {mayChange && (
        <button
          type="button"
          disabled={remove.isBusy}
          onClick={remove.run}
          aria-label={t('leave.remove-one', { name: leave.person.name })}
        >
          {t('rota.remove')}
        </button>
      )}
    </li>
  );
};

/** Who is away in this week. */
export const Leaves = ({ rota }: { rota: Rota }) => {
  const { t } = useWords(rotaWords);
  const { person } = useSession();
  const isCoordinator = useHasRole('coordinator');
  if (rota.leaves.length === 0) return null;
  return (
    <Part title={t('leave.list')}>
      <ul className="cards">
        {rota.leaves.map((leave) => (
          <LeaveRow key={leave.id} leave={leave} mayChange={isCoordinator || leave.person.id === person.id} />
        ))}
      </ul>
    </Part>
  );
};
