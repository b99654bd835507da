import { BringInCases } from '../../cases/screens/part-of-ways-in.tsx';
import { Page, Part } from '../../console/kit/page.tsx';
import { useHasRole } from '../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { MailboxPart } from './mailbox.tsx';
import { Partners } from './partners.tsx';
import { TipLine } from './tip-line-part.tsx';
import { waysWords } from './words/index.ts';

const prints = [
  ['poster', '/library/take-away/poster'],
  ['card', '/library/take-away/card'],
  ['paper', '/paper'],
] as const;

const Prints = () => {
  const { t } = useWords(waysWords);
  const { language } = useSpeech();
  return (
    <Part title={t('ways.print.title')}>
      <p>{t('ways.print.words')}</p>
      <ul>
        {prints.map(([name, address]) => (
          <li key={name}>
            <a href={`/${language}${address}`} target="_blank" rel="noreferrer">
              {t(`ways.print.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
};

/** How reports reach the desk besides the public form: on paper, from partners, out of an earlier tip line. */
export const WaysInPage = () => {
  const { t } = useWords(waysWords);
  const mayBringIn = useHasRole('coordinator');
  return (
    <Page title={t('ways.title')}>
      <p>{t('ways.lead')}</p>
      <Prints />
      <MailboxPart />
      <Partners />
      {mayBringIn && <TipLine />}
      {mayBringIn && <BringInCases />}
    </Page>
  );
};
