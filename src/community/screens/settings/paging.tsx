import { useQuery } from '@tanstack/react-query';
import { type PagingState, pagingStateQuery, type Settings } from '../../../console/api/settings.ts';
import { TextBox } from '../../../console/kit/fields.tsx';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Empty, Part } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { Tick } from '../../../console/kit/ticks.tsx';
import { settingsWords } from '../../words/settings/index.ts';
import { SettingForm, useSetting } from './setting-form.tsx';

interface Values {
  url: string;
  secret: string;
  allowsNearby: boolean;
}

const Ladder = ({ state, isSet }: { state: PagingState; isSet: boolean }) => {
  const { t } = useWords(settingsWords);
  return (
    <>
      <Part title={t('paging.ladder')}>
        <ol className="ladder">
          {state.ladder.map(({ step, person, byTelephone }) => (
            <li key={step}>
              {t(`paging.step-${step}`)} <strong>{person.name}</strong>{' '}
              {t(isSet && byTelephone ? 'paging.both-ways' : 'paging.by-mail')}
            </li>
          ))}
        </ol>
      </Part>
      <Part title={t('paging.troubled')}>
        {state.troubled.length === 0 && <Empty>{t('paging.untroubled')}</Empty>}
        <ul className="cards">
          {state.troubled.map((page) => (
            <li key={`${page.person} ${page.at}`} className="card">
              <Moment at={page.at} /> · {page.person} · {t('paging.attempts', { count: page.attempts })}{' '}
              <StateMark {...(page.state !== 'delivered' && { tone: 'late' as const })}>
                {t(`paging.${page.state}`)}
              </StateMark>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
};

/** Where pages by telephone go, who would be told now, and which pages did not get through. */
export const PagingSetting = ({ settings }: { settings: Settings }) => {
  const { t } = useWords(settingsWords);
  const { url, allowsNearby, hasSecret } = settings.paging.value;
  const state = useQuery(pagingStateQuery);
  const initial: Values = { url, secret: '', allowsNearby };
  const form = useSetting({ subject: 'paging', settings, initial, fields: (values) => values });
  const told = (values: Values): [string, string][] => [
    [t('paging.url'), values.url],
    [t('paging.nearby'), t(values.allowsNearby ? 'settings.yes' : 'settings.no')],
  ];
  return (
    <>
      <SettingForm form={form} subject="paging" settings={settings} told={told} initial={initial}>
        <p>{t('paging.words')}</p>
        <TextBox form={form} name="url" label={t('paging.url')} hint={t('paging.url-hint')} optional />
        <TextBox
          form={form}
          name="secret"
          type="password"
          label={t('paging.secret')}
          hint={t(hasSecret ? 'settings.secret-kept' : 'paging.secret-hint')}
          autoComplete="new-password"
          optional={hasSecret}
        />
        <Tick form={form} name="allowsNearby" label={t('paging.nearby')} />
      </SettingForm>
      <Reading of={state}>{(data) => <Ladder state={data} isSet={url !== ''} />}</Reading>
    </>
  );
};
