import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerLending, type Lending, lendingsQuery } from '../../../console/api/lending.ts';
import { refusalOf } from '../../../console/api/refusal.ts';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { RefusalNotice } from '../../../console/kit/notice.tsx';
import { Part } from '../../../console/kit/page.tsx';
import { useConsoleWords, useWords } from '../../../console/kit/speech.tsx';
import { lendingWords } from '../../words/lending/index.ts';

const LendingCard = ({ lending }: { lending: Lending }) => {
  const { t } = useWords(lendingWords);
  const shared = useConsoleWords();
  const client = useQueryClient();
  const { id, side, person, community, roles, endsAt, state, mayAnswer } = lending;
  const answered = useMutation({
    mutationFn: (answer: Lending['mayAnswer'][number]) => answerLending(id, { answer }),
    onSettled: () => {
      for (const key of ['lendings', 'people']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
  const whom = { name: person.name, community };
  return (
    <li className="card">
      <h3>
        {t(`lending.${side}`, whom)}{' '}
        <StateMark tone={state === 'running' ? 'good' : 'quiet'}>{t(`lending.state-${state}`)}</StateMark>
      </h3>
      <p>
        {roles.map((role) => shared.t(`role.${role}`)).join(', ')} · {t('lending.until')} <Moment at={endsAt} />
      </p>
      {answered.error && <RefusalNotice refusal={refusalOf(answered.error)} />}
      <p className="form-acts">
        {mayAnswer.map((answer) => (
          <button
            key={answer}
            type="button"
            className={answer === 'accept' ? 'primary' : ''}
            disabled={answered.isPending}
            aria-label={t(`lending.${answer}-one`, whom)}
            onClick={() => answered.mutate(answer)}
          >
            {t(`lending.${answer}`)}
          </button>
        ))}
      </p>
    </li>
  );
};

/** Officers lent and borrowed, each with what one may do with it now; nothing where there are none. */
export const LendingsPart = () => {
  const { t } = useWords(lendingWords);
  const { data } = useQuery(lendingsQuery);
  if (!data || data.lendings.length === 0) return null;
  return (
    <Part title={t('lending.title')}>
      {data.lendings.some(({ mayAnswer }) => mayAnswer.includes('accept')) && <p>{t('lending.words')}</p>}
      <ul className="cards">
        {data.lendings.map((lending) => (
          <LendingCard key={lending.id} lending={lending} />
        ))}
      </ul>
    </Part>
  );
};
