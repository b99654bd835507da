import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type LegalProfile, legalProfileQuery } from '../../../console/api/legal.ts';
import { Facts } from '../../../console/kit/facts.tsx';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { Page, Part } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useHasRole } from '../../../console/kit/session.tsx';
import { useConsoleWords, useWords } from '../../../console/kit/speech.tsx';
import { Table } from '../../../console/kit/table.tsx';
import { translator } from '../../../platform/i18n/index.ts';
import { retentionRuleNames } from '../../contract.ts';
import { legalWords } from '../../words/legal/index.ts';
import { ChooseForm } from './choose-form.tsx';
import { SignOffForm } from './sign-off-form.tsx';

interface OfProfile {
  profile: LegalProfile;
}

const Verified = ({ is }: { is: boolean }) => {
  const { t } = useWords(legalWords);
  return <StateMark tone={is ? 'good' : 'quiet'}>{t(is ? 'legal.verified' : 'legal.unverified')}</StateMark>;
};

const Standing = ({ profile }: OfProfile) => {
  const { t, language } = useWords(legalWords);
  const { formatDate } = translator(legalWords, language, 'UTC');
  const edition = formatDate(profile.edition);
  const { signedOff } = profile;
  return (
    <>
      {!profile.isChosen && (
        <Notice tone="careful">
          <p>{t('legal.not-chosen', { profile: t(`profile.${profile.id}`) })}</p>
        </Notice>
      )}
      {signedOff === null ? (
        <Notice tone="careful">
          <p>{t('legal.unsigned', { edition })}</p>
        </Notice>
      ) : (
        <p>
          {t('legal.signed', {
            counsel: signedOff.counsel,
            office: signedOff.office,
            edition,
            day: formatDate(signedOff.signedOn),
            name: signedOff.recordedBy,
          })}
        </p>
      )}
    </>
  );
};

const Periods = ({ profile }: OfProfile) => {
  const { t } = useWords(legalWords);
  const heads = [t('legal.period'), t('legal.days'), t('legal.ceiling'), t('legal.source')];
  const maySee = useHasRole('custodian', 'coordinator', 'overseer');
  return (
    <Part title={t('legal.periods')}>
      <Table name={t('legal.periods')} heads={heads} fits>
        {retentionRuleNames.map((rule) => {
          const { days, ceiling, source, verified } = profile.retention[rule];
          return (
            <tr key={rule}>
              <td>{t(`rule.${rule}`)}</td>
              <td>{days}</td>
              <td>{ceiling}</td>
              <td>
                {source ? `${source.document}, ${source.section}` : t('legal.own-proposal')} <Verified is={verified} />
              </td>
            </tr>
          );
        })}
      </Table>
      <p>{t('legal.beyond-ceiling')}</p>
      {maySee && (
        <p>
          <Link to="/keeping">{t('legal.change-days')}</Link>
        </p>
      )}
    </Part>
  );
};

const Bases = ({ profile }: OfProfile) => {
  const { t, language } = useWords(legalWords);
  return (
    <Part title={t('legal.bases')}>
      <p>{t('legal.bases-words')}</p>
      {profile.regimes.map((regime) => (
        <section key={regime.id}>
          <h3>{regime.words[language]}</h3>
          <ul className="cards">
            {profile.bases
              .filter((basis) => basis.regime === regime.id)
              .map((basis) => (
                <li key={basis.id} className="card">
                  <p>{basis.words[language]}</p>
                  <p className="hint">
                    {basis.regime === 'own-law'
                      ? t('legal.as-counsel-names-it')
                      : `${basis.document}, ${basis.section}`}{' '}
                    {basis.isEmergency && <StateMark>{t('legal.emergency')}</StateMark>}{' '}
                    <Verified is={basis.verified} />
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Part>
  );
};

const Answering = ({ profile: { answering } }: OfProfile) => {
  const { t, language } = useWords(legalWords);
  const shared = useConsoleWords();
  const { unit, within, further, source, verified } = answering;
  const span = (count: number) => shared.t(`span.${unit}`, { count });
  return (
    <Part title={t('legal.answering')}>
      <p>{t('legal.answering-words')}</p>
      <Facts
        rows={[
          [t('legal.answer-within', { within: span(within) }), answering.words[language]],
          [
            t('legal.source'),
            <span key="source">
              {source ? `${source.document}, ${source.section}` : t('legal.own-proposal')} <Verified is={verified} />
            </span>,
          ],
        ]}
      />
      <p>{further > 0 ? t('legal.answer-further', { further: span(further) }) : t('legal.answer-no-further')}</p>
    </Part>
  );
};

const Consent = ({ profile: { consent } }: OfProfile) => {
  const { t, language } = useWords(legalWords);
  return (
    <Part title={t('legal.consent')}>
      {consent === null ? (
        <p>{t('legal.no-consent')}</p>
      ) : (
        <Facts
          rows={[
            [t('legal.consent-age', { age: consent.age }), consent.words[language]],
            [
              t('legal.source'),
              <span key="source">
                {consent.document}, {consent.section} <Verified is={consent.verified} />
              </span>,
            ],
          ]}
        />
      )}
    </Part>
  );
};

/** The law that the community works under: what it says on keeping and sharing, and what counsel has confirmed of it. */
export const LegalPage = () => {
  const { t } = useWords(legalWords);
  const profile = useQuery(legalProfileQuery);
  const mayChoose = useHasRole('coordinator', 'custodian');
  return (
    <Page title={t('legal.title')}>
      <p>{t('legal.words')}</p>
      <Reading of={profile}>
        {(data) => (
          <>
            <Part title={t(`profile.${data.id}`)}>
              <Standing profile={data} />
              {mayChoose && <ChooseForm profile={data} />}
            </Part>
            <Periods profile={data} />
            <Bases profile={data} />
            <Answering profile={data} />
            <Consent profile={data} />
            {mayChoose && <SignOffForm key={data.id} profile={data} />}
          </>
        )}
      </Reading>
    </Page>
  );
};
