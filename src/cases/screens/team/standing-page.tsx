import { useQuery, useQueryClient } from '@tanstack/react-query';
import { TextBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Newer } from '../../../console/kit/newer.tsx';
import { useNow } from '../../../console/kit/now.tsx';
import { Fold, Page } from '../../../console/kit/page.tsx';
import { disciplineWords } from '../../../console/kit/people.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useHasRole } from '../../../console/kit/session.tsx';
import { useConsoleWords, useWords } from '../../../console/kit/speech.tsx';
import { Tick } from '../../../console/kit/ticks.tsx';
import { type StandingMember, setStanding, standingQuery } from '../calls.ts';
import { teamWords } from './words/index.ts';

const isDate = (text: string) => text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text);

const StandingForm = ({ member }: { member: StandingMember }) => {
  const { t } = useWords(teamWords);
  const client = useQueryClient();
  const form = useForm({
    draft: `standing ${member.id}`,
    initial: {
      isStanding: member.isStanding,
      vettedUntil: member.vettedUntil ?? '',
      trainedUntil: member.trainedUntil ?? '',
    },
    check: ({ vettedUntil, trainedUntil }) => ({
      ...(!isDate(vettedUntil) && { vettedUntil: t('standing.not-a-date') }),
      ...(!isDate(trainedUntil) && { trainedUntil: t('standing.not-a-date') }),
    }),
    version: member.version,
    send: (values, version) =>
      setStanding(member.id, {
        version,
        isStanding: values.isStanding,
        vettedUntil: values.vettedUntil || null,
        trainedUntil: values.trainedUntil || null,
      }),
    done: (given) => client.setQueryData(standingQuery.queryKey, given),
    said: t('standing.done'),
  });
  return (
    <Form form={form} act={t('standing.act')} name={t('standing.change', { name: member.name })} lesser>
      <Newer
        form={form}
        theirs={
          <p>
            {member.vettedUntil} · {member.trainedUntil}
          </p>
        }
        mine={
          <p>
            {form.values.vettedUntil} · {form.values.trainedUntil}
          </p>
        }
      />
      <Tick form={form} name="isStanding" label={t('standing.is')} />
      <TextBox form={form} name="vettedUntil" label={t('standing.vetted')} hint={t('standing.date-hint')} narrow />
      <TextBox form={form} name="trainedUntil" label={t('standing.trained')} hint={t('standing.date-hint')} narrow />
    </Form>
  );
};

const Until = ({ label, date }: { label: string; date: string | null }) => {
  const { t } = useWords(teamWords);
  const today = new Date(useNow()).toISOString().slice(0, 10);
  if (date === null) return null;
  return (
    <>
      <span>
        {label} {date}
      </span>
      {date < today && <StateMark tone="late">{t('standing.lapsed')}</StateMark>}
    </>
  );
};

const Member = ({ member }: { member: StandingMember }) => {
  const { t } = useWords(teamWords);
  const shared = useConsoleWords();
  const mayChange = useHasRole('coordinator');
  return (
    <li className="card">
      <p className="row-first">
        <strong>{member.name}</strong>
        <span>{disciplineWords(shared.t, member.discipline)}</span>
        {member.isStanding && <StateMark tone="good">{t('standing.is')}</StateMark>}
      </p>
      <p className="row-second">
        <Until label={t('standing.vetted')} date={member.vettedUntil} />
        <Until label={t('standing.trained')} date={member.trainedUntil} />
      </p>
      {mayChange && (
        <Fold title={t('standing.change', { name: member.name })}>
          <StandingForm member={member} />
        </Fold>
      )}
    </li>
  );
};

/** Who stands ready for any case, and until when they are vetted and trained. */
export const StandingPage = () => {
  const { t } = useWords(teamWords);
  const standing = useQuery(standingQuery);
  return (
    <Page title={t('standing.title')}>
      <p>{t('standing.about')}</p>
      <Reading of={standing}>
        {({ members }) => (
          <ul className="cards">
            {members
              .toSorted((one, other) => Number(other.isStanding) - Number(one.isStanding))
              .map((member) => (
                <Member key={member.id} member={member} />
              ))}
          </ul>
        )}
      </Reading>
    </Page>
  );
};
