import { joinCatalogues, translator } from '../../../platform/i18n/index.ts';
import { renderPublicPage } from '../../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../../platform/pages/setting.ts';
import { parcelWords } from '../../words/parcel/index.ts';
import { parcelText } from '../../words/parcel/parcel-text.ts';
import { sharedPageWords } from '../../words/shared-page/index.ts';
import type { Parcel } from '../contract.ts';
import { sharedLinkScript } from './shared-link.ts';

const catalogues = joinCatalogues(parcelWords, sharedPageWords);
const wordsFor = ({ language, timeZone }: PublicSetting) => translator(catalogues, language, timeZone);

interface FieldProps {
  name: string;
  label: string;
  hint: string;
  value?: string;
}

const DigitsField = ({ name, label, hint, value }: FieldProps) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <p className="hint" id={`${name}-hint`}>
      {hint}
    </p>
    <input
      id={name}
      name={name}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      aria-required
      aria-describedby={`${name}-hint`}
      defaultValue={value}
    />
  </div>
);

interface Asked {
  setting: PublicSetting;
  /** What opened nothing: the number as typed, and how many tries are left where the number was right. */
  refused?: { number: string; triesLeft: number | null };
}

/** Where a view is opened with the number of its link and the code that was told by telephone. */
export const renderSharedEntry = ({ setting, refused }: Asked): string => {
  const { t } = wordsFor(setting);
  const triesLeft = refused?.triesLeft ?? null;
  return renderPublicPage({
    setting,
    title: t('shared.title'),
    isPrivate: true,
    ...(refused ? {} : { path: '/shared' }),
    children: (
      <>
        {refused && (
          <section className="summary" role="alert" tabIndex={-1} aria-labelledby="refused">
            <h2 id="refused">{triesLeft === null ? t('shared.wrong') : t('shared.tries', { count: triesLeft })}</h2>
            {triesLeft === null && <p>{t('shared.wrong-why')}</p>}
          </section>
        )}
        <h1>{t('shared.title')}</h1>
        <p className="lead">{t('shared.once')}</p>
        <form method="post" action={`/${setting.language}/shared`} autoComplete="off" noValidate>
          <DigitsField
            name="number"
            label={t('shared.number')}
            hint={t('shared.number-hint')}
            value={refused?.number ?? ''}
          />
          <DigitsField name="code" label={t('shared.code')} hint={t('shared.code-hint')} />
          <button type="submit">{t('shared.open')}</button>
        </form>
        <script src={sharedLinkScript.path} defer />
      </>
    ),
  });
};

/** What was shared, shown this once. */
export const renderSharedParcel = (setting: PublicSetting, parcel: Parcel): string => {
  const words = wordsFor(setting);
  const { title, facts, heading, passages, notes } = parcelText(parcel, words);
  return renderPublicPage({
    setting,
    title,
    isPrivate: true,
    children: (
      <>
        <h1>{title}</h1>
        <p className="lead">{words.t('shared.now-closed')}</p>
        <ul className="plain-facts">
          {facts.map(([label, value]) => (
            <li key={label}>
              <strong>{label}:</strong> {value}
            </li>
          ))}
        </ul>
        {heading && <h2>{heading}</h2>}
        {passages.map(({ mark, words: said, facts: about }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
          <section key={index} className="part">
            {mark && <h3>{mark}</h3>}
            <p className="said" dir="auto">
              {said}
            </p>
            {about.map(([label, value]) => (
              <p key={label} className="quiet">
                {label}: {value}
              </p>
            ))}
          </section>
        ))}
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </>
    ),
  });
};
