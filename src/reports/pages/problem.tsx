import { EmergencyNumbers } from '../../platform/pages/call-link.tsx';
import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { MessageForm, type MessageFormProps } from './message-form.tsx';
import { wordsFor } from './page-words.ts';

export interface ProblemProps {
  setting: PublicSetting;
  kind: 'not-found' | 'wrong-method' | 'too-large' | 'unavailable' | 'busy' | 'bug';
  /** What a bug is called in our log. */
  reference?: string;
  /** A message that was not taken, to be sent again from this page. */
  message?: Pick<MessageFormProps, 'receipt' | 'token' | 'typed' | 'chooseFilesAgain'>;
}

/** Says what went wrong and what to do now; the emergency number comes first where nothing works. */
export const renderProblem = ({ setting, kind, reference, message }: ProblemProps): string => {
  const words = wordsFor(setting);
  const title = words.t(`reports.problem.${kind}.title`);
  return renderPublicPage({
    setting,
    title,
    isPrivate: true,
    children: (
      <>
        <h1>{title}</h1>
        {kind === 'unavailable' && <EmergencyNumbers numbers={setting.emergencyNumbers} words={words} />}
        <p className="lead">{words.t(`reports.problem.${kind}.words`)}</p>
        {reference && <p>{words.t('reports.problem.reference', { reference })}</p>}
        {message && <MessageForm {...message} setting={setting} words={words} />}
        <p>
          <a className="button second" href={`/${setting.language}`}>
            {words.t('reports.problem.home')}
          </a>
        </p>
      </>
    ),
  });
};
