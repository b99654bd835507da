import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { Link, useParams } from 'react-router';
import { type SettingSubject, type Settings, settingsQuery } from '../../../console/api/settings.ts';
import { Ago } from '../../../console/kit/moments.tsx';
import { Page } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { settingsWords } from '../../words/settings/index.ts';
import { ClocksSetting } from './clocks.tsx';
import { MailSetting } from './mail.tsx';
import { NumbersSetting } from './numbers.tsx';
import { PagingSetting } from './paging.tsx';
import { PlaceSetting } from './place.tsx';
import { PrivacySetting } from './privacy.tsx';
import { RotaRulesSetting } from './rota-rules.tsx';

const subjects: Record<SettingSubject, ComponentType<{ settings: Settings }>> = {
  numbers: NumbersSetting,
  clocks: ClocksSetting,
  rota: RotaRulesSetting,
  paging: PagingSetting,
  place: PlaceSetting,
  privacy: PrivacySetting,
  mail: MailSetting,
};
const names = Object.keys(subjects) as SettingSubject[];

/** What is set on pages of its own. */
const elsewhere = ['logo', 'legal', 'keeping', 'case-standards', 'groups', 'standing-team', 'ways-in', 'move'] as const;

const SubjectList = ({ settings }: { settings: Settings }) => {
  const { t } = useWords(settingsWords);
  return (
    <ul className="rows">
      {names.map((subject) => {
        const { changedBy, changedAt } = settings[subject];
        return (
          <li key={subject}>
            <Link className="row" data-row to={`/settings/${subject}`}>
              <strong>{t(`settings.${subject}`)}</strong>
              <span className="hint">
                {t(`settings.${subject}-words`)}
                {changedBy !== null && changedAt !== null && (
                  <>
                    {' '}
                    {t('settings.changed', { name: changedBy })} <Ago at={changedAt} />
                  </>
                )}
              </span>
            </Link>
          </li>
        );
      })}
      {elsewhere.map((place) => (
        <li key={place}>
          <Link className="row" data-row to={`/${place}`}>
            <strong>{t(`settings.${place}`)}</strong>
            <span className="hint">{t(`settings.${place}-words`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
};

/** Everything that a community sets for itself, one page a subject; each saves alone. */
export const SettingsPage = () => {
  const { t } = useWords(settingsWords);
  const { subject: asked } = useParams();
  const settings = useQuery(settingsQuery);
  const subject = names.find((each) => each === asked);
  if (!subject)
    return (
      <Page title={t('settings.title')}>
        <p>{t('settings.words')}</p>
        <Reading of={settings}>{(data) => <SubjectList settings={data} />}</Reading>
      </Page>
    );
  const Subject = subjects[subject];
  return (
    <Page title={t(`settings.${subject}`)} kicker={<Link to="/settings">{t('settings.title')}</Link>}>
      <Reading of={settings}>{(data) => <Subject key={subject} settings={data} />}</Reading>
    </Page>
  );
};
