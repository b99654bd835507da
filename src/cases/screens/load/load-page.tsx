import { useQuery } from '@tanstack/react-query';
import { Page } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { type CaseLoad, loadQuery } from '../calls.ts';
import { loadWords } from './words/index.ts';

const LoadTable = ({ load }: { load: CaseLoad }) => {
  const { t, formatDate } = useWords(loadWords);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={t('load.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('load.name')}</th>
            <th scope="col">{t('load.leads')}</th>
            <th scope="col">{t('load.deputy')}</th>
            <th scope="col">{t('load.actions')}</th>
            <th scope="col">{t('load.overdue')}</th>
            <th scope="col">{t('load.away')}</th>
          </tr>
        </thead>
        <tbody>
          {load.members.map((member) => (
            <tr key={member.id}>
              <th scope="row">{member.name}</th>
              <td>{member.leads}</td>
              <td>{member.deputyOf}</td>
              <td>{member.openActions}</td>
              <td>{member.overdueActions}</td>
              <td>
                {member.awayFrom &&
                  member.awayUntil &&
                  t('load.away-span', { from: formatDate(member.awayFrom), until: formatDate(member.awayUntil) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** What each member carries, for whoever spreads the work. */
export const LoadPage = () => {
  const { t } = useWords(loadWords);
  const load = useQuery(loadQuery);
  return (
    <Page title={t('load.title')}>
      <p>{t('load.about')}</p>
      <Reading of={load}>{(given) => <LoadTable load={given} />}</Reading>
    </Page>
  );
};
