import { encode } from 'uqr';
import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import {
  exposureSigns,
  imminenceFlags,
  motivationSigns,
  preparationSigns,
  waysOfKnowing,
} from '../../reports/contract.ts';
import { type ReportsKey, reportWordsFor } from '../../reports/index.ts';
import { firstNumber, wordsFor } from './page-words.ts';

/** Told by the code on the sheet, so that the entry page knows which questions were asked. */
const formVersion = '1';

export interface PaperFormProps {
  setting: PublicSetting;
  /** The address that people reach, without a slash at its end. */
  publicUrl: string;
}

/** What the code on the sheet opens: the entry page with form, language and community, and nothing that anybody wrote. */
export const entryAddress = ({ setting, publicUrl }: PaperFormProps): string => {
  const told = new URLSearchParams({ paper: formVersion, language: setting.language });
  const community = (setting.base ?? '').slice(1);
  if (community !== '') told.set('community', community);
  return `${publicUrl}/console/reports/new?${told}`;
};

const Square = ({ address, label }: { address: string; label: string }) => {
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className="square" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  );
};

const Boxes = ({ title, choices }: { title: string; choices: readonly string[] }) => (
  <section className="paper-part">
    <h2>{title}</h2>
    <ul className="boxes">
      {choices.map((choice) => (
        <li key={choice}>{choice}</li>
      ))}
    </ul>
  </section>
);

const Lines = ({ title, lines }: { title: string; lines: 1 | 2 | 8 }) => (
  <section className="paper-part">
    <h2>{title}</h2>
    {Array.from({ length: lines }, (_, line) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: empty lines, always in this order
      <div key={line} className="rule" />
    ))}
  </section>
);

/** The questions of the report form on paper, with a code that helps whoever enters them. */
export const renderPaperForm = (props: PaperFormProps): string => {
  const { setting, publicUrl } = props;
  const words = wordsFor(setting);
  const asked = reportWordsFor(setting);
  const report = `${publicUrl.replace(/^https?:\/\//, '')}${setting.base ?? ''}/${setting.language}/report`;
  const boxes = (title: ReportsKey, keys: readonly ReportsKey[]) => (
    <Boxes title={asked.t(title)} choices={keys.map((key) => asked.t(key))} />
  );
  return renderPublicPage({
    setting,
    title: words.t('paper.title'),
    path: '/paper',
    children: (
      <article className="paper">
        <p className="no-print">{words.t('paper.print')}</p>
        <p className="paper-call">{words.t('paper.slow', { number: firstNumber(setting) })}</p>
        <h1>{words.t('paper.heading')}</h1>
        <p>{words.t('paper.open')}</p>
        <p>{words.t('paper.receipt')}</p>
        <p>{words.t('paper.faster', { address: report })}</p>
        {boxes('reports.form.danger.legend', ['reports.form.danger.yes', 'reports.form.danger.no'])}
        {boxes(
          'reports.form.imminence.legend',
          imminenceFlags.map((flag) => `reports.imminence.${flag}` as const),
        )}
        <Lines title={asked.t('reports.form.what.label')} lines={8} />
        <Lines title={asked.t('reports.form.when.label')} lines={1} />
        <Lines title={asked.t('reports.form.where.label')} lines={1} />
        {boxes('reports.form.about.legend', [
          'reports.form.about.somebody-else',
          'reports.form.about.myself',
          'reports.form.about.somebody-who-works-here',
        ])}
        <Lines title={asked.t('reports.form.about-whom.label')} lines={2} />
        {boxes('reports.form.self-harm.legend', ['reports.form.self-harm.yes'])}
        {boxes(
          'reports.form.how-known.legend',
          waysOfKnowing.map((way) => `reports.form.how-known.${way}` as const),
        )}
        <Lines title={asked.t('reports.form.who-else.label')} lines={1} />
        {boxes(
          'reports.signs.motivation',
          motivationSigns.map((sign) => `reports.sign.${sign}` as const),
        )}
        {boxes(
          'reports.signs.preparation',
          preparationSigns.map((sign) => `reports.sign.${sign}` as const),
        )}
        {boxes(
          'reports.signs.exposure',
          exposureSigns.map((sign) => `reports.sign.${sign}` as const),
        )}
        <Lines title={asked.t('reports.form.earlier.label')} lines={1} />
        <footer className="paper-foot">
          <Square address={entryAddress(props)} label={words.t('paper.code')} />
          <div>
            <p>{words.t('paper.staff')}</p>
            <p>
              {words.t('paper.received')} <span className="blank" />
            </p>
            <p className="quiet">
              {setting.communityName} · {words.t('paper.form', { version: `${formVersion}-${setting.language}` })}
            </p>
          </div>
        </footer>
      </article>
    ),
  });
};
