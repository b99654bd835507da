import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type Programme, programmeFileAddress, programmeQuery } from '../../console/api/programme.ts';
import { Moment } from '../../console/kit/moments.tsx';
import { Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { FigureTable } from './figure-table.tsx';
import { byGroupWords } from './groups/words/index.ts';
import { useNames } from './names.ts';
import { programmeWords } from './words/index.ts';

const PeriodForm = ({ from, to, choose }: { from: string; to: string; choose(days: Record<string, string>): void }) => {
  const { t } = useWords(programmeWords);
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const days = (['from', 'to'] as const).map((name) => [name, String(given.get(name))]);
    choose(Object.fromEntries(days.filter(([, day]) => day !== '')));
  };
  return (
    <form className="form period" onSubmit={submit}>
      {(['from', 'to'] as const).map((name) => (
        <div className="field" key={name}>
          <label htmlFor={`${id}-${name}`}>{t(`programme.${name}`)}</label>
          <input id={`${id}-${name}`} name={name} type="date" defaultValue={name === 'from' ? from : to} />
        </div>
      ))}
      <div className="form-acts">
        <button type="submit">{t('programme.show')}</button>
      </div>
    </form>
  );
};

const Figures = ({ programme }: { programme: Programme }) => {
  const { t, formatDate } = useWords(programmeWords);
  const names = useNames();
  const span = { from: formatDate(`${programme.from}T12:00Z`), to: formatDate(`${programme.to}T12:00Z`) };
  return (
    <>
      <p>
        <strong>{t('programme.span', span)}</strong>
      </p>
      <p className="hint">
        {t('programme.at')} <Moment at={programme.at} />
      </p>
      <p className="form-acts">
        <a className="button" href={programmeFileAddress(programme)} download>
          {t('programme.file')}
        </a>
      </p>
      {programme.tables.map((figures) => (
        <Part key={figures.table} title={names.title(figures.table)}>
          {names.hint(figures.table) && <p className="hint">{names.hint(figures.table)}</p>}
          <FigureTable figures={figures} />
        </Part>
      ))}
    </>
  );
};

/** How the programme does over a period, in counts and times; it prints as it stands. */
export const ProgrammePage = () => {
  const { t } = useWords(programmeWords);
  const groups = useWords(byGroupWords);
  const [asked, choose] = useSearchParams();
  const days = Object.fromEntries([...asked].filter(([name]) => name === 'from' || name === 'to'));
  const programme = useQuery({ ...programmeQuery(days), placeholderData: keepPreviousData });
  return (
    <Page title={t('programme.title')}>
      <p>{t('programme.lead')}</p>
      <p>
        <Link to="/programme/groups">{groups.t('by-group.link')}</Link>
      </p>
      <Reading of={programme}>
        {(given) => (
          <>
            <PeriodForm key={`${given.from} ${given.to}`} from={given.from} to={given.to} choose={choose} />
            <Figures programme={given} />
          </>
        )}
      </Reading>
    </Page>
  );
};
