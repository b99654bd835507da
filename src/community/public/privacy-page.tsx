import type { Context, Hono } from 'hono';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { isLanguage, type Language, translator } from '../../platform/i18n/index.ts';
import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { type RetentionRuleName, retentionRuleNames } from '../contract/legal.ts';
import type { Settings } from '../contract.ts';
import { privacyOf } from '../settings/read-settings.ts';
import { privacyWords } from '../words/privacy/index.ts';

type Privacy = Settings['privacy']['value'];
/** Days after their end for which records are kept here, by rule; null while nobody knows. */
type Periods = Readonly<Record<RetentionRuleName, number>> | null;

/** What the pages know of the community that a request names; the slice that draws the first page hands it in. */
export type Knowing = (
  ground: Ground,
  request: { url: string },
) => Promise<{ communityId: string | null; isThere: boolean; settingIn(language: Language): PublicSetting }>;

const parts = ['what', 'why', 'who', 'long', 'rights', 'cannot'] as const;
const facts = ['controller', 'contact', 'officer', 'authority'] as const;

/** The notice: who answers for the data, what is kept and why, for how long, and one's rights; then the community's own words. */
function renderPrivacy(setting: PublicSetting, privacy: Privacy, periods: Periods): string {
  const { t } = translator(privacyWords, setting.language, setting.timeZone);
  const known = facts.filter((fact) => privacy[fact] !== '');
  const own = privacy.own[setting.language];
  return renderPublicPage({
    setting,
    title: t('privacy.title'),
    path: '/privacy',
    children: (
      <>
        <h1>{t('privacy.title')}</h1>
        {known.length === 0 && <p>{t('privacy.not-yet', { community: setting.communityName })}</p>}
        <dl>
          {known.map((fact) => (
            <div key={fact}>
              <dt>{t(`privacy.${fact}`)}</dt>
              <dd>{privacy[fact]}</dd>
            </div>
          ))}
        </dl>
        {parts.map((part) => (
          <section key={part} aria-labelledby={part}>
            <h2 id={part}>{t(`privacy.${part}-title`)}</h2>
            <p>{t(`privacy.${part}`)}</p>
            {part === 'long' && periods && (
              <ul>
                {retentionRuleNames.map((rule) => (
                  <li key={rule}>{t(`privacy.${rule}`, { days: periods[rule] })}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
        {own !== '' && (
          <section aria-labelledby="own">
            <h2 id="own">{t('privacy.own', { community: setting.communityName })}</h2>
            {own
              .split(/\n{2,}/)
              .map((paragraph) => paragraph.trim())
              .filter((paragraph) => paragraph !== '')
              .map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
          </section>
        )}
      </>
    ),
  });
}

const nothingSaid: Privacy = {
  controller: '',
  contact: '',
  officer: '',
  authority: '',
  own: { en: '', ca: '', es: '', fr: '' },
};

const nothingKnown = { privacy: nothingSaid, periods: null };

/** Serves the privacy notice in each language; while the database is away it says what is the same everywhere. */
export const servePrivacyPage = (
  app: Hono,
  ground: Ground,
  knowing: Knowing,
  periodsOf: (tx: Tx) => Promise<Periods>,
): void => {
  app.get('/:language/privacy', async (context: Context, next: () => Promise<void>) => {
    const language = context.req.param('language');
    if (!isLanguage(language)) return await next();
    const known = await knowing(ground, context.req);
    if (!known.isThere) return await next();
    const { communityId } = known;
    const read = async (tx: Tx) => ({ privacy: await privacyOf(tx), periods: await periodsOf(tx) });
    const { privacy, periods } = communityId
      ? await ground.database.withActor({ kind: 'public', communityId }, read).catch(() => nothingKnown)
      : nothingKnown;
    const html = renderPrivacy(known.settingIn(language), privacy, periods);
    return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  });
};
