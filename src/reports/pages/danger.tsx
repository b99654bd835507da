import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { EmergencyWords } from './emergency-panel.tsx';
import type { ReportFormValues } from './form-values.ts';
import { firstNumber, wordsFor } from './page-words.ts';

export interface DangerProps {
  setting: PublicSetting;
  token: string;
  values: ReportFormValues;
}

const kept = (values: ReportFormValues): [name: string, value: string][] =>
  Object.entries({ ...values, called: true }).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, String(each ?? '')]),
  );

/** The emergency number on a page of its own, for browsers that could not show it in the form; carries what was typed. */
export const renderDanger = ({ setting, token, values }: DangerProps): string => {
  const words = wordsFor(setting);
  return renderPublicPage({
    setting,
    title: words.t('reports.danger.title', { number: firstNumber(setting) }),
    isPrivate: true,
    children: (
      <form
        className="danger-page"
        method="post"
        action={`/${setting.language}/report`}
        encType="multipart/form-data"
        autoComplete="off"
      >
        <EmergencyWords setting={setting} words={words} level="h1" />
        <input type="hidden" name="token" value={token} />
        {kept(values).map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <button className="go-on" type="submit" name="step" value="go-on">
          {words.t('reports.danger.continue')}
        </button>
      </form>
    ),
  });
};
