import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Evidence, Source } from '../contract.ts';
import { renderFrame } from '../pages/frame.tsx';
import { Chart, valueText } from './chart.tsx';
import { type EvidenceWords, wordsFor } from './evidence-words.ts';
import { SourceLine, sourcesWith } from './source-list.tsx';

export interface EvidencePageProps {
  setting: PublicSetting;
  evidence: readonly Evidence[];
  sources: ReadonlyMap<string, Source>;
}

type FigureProps = Omit<EvidencePageProps, 'evidence'> & { evidence: Evidence; words: EvidenceWords };

const units = ['plots', 'cases', 'reports', 'percent'] as const;

const unitText = (unit: string, words: EvidenceWords): string => {
  const known = units.find((each) => each === unit);
  return known ? words.t(`evidence.unit.${known}`) : unit;
};

const Table = ({ setting, evidence, words }: FigureProps) => {
  const { language } = setting;
  const title = words.t('evidence.table', { title: evidence.title[language] });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section className="wide" aria-label={title} tabIndex={0}>
      <table>
        <caption>
          {title} ({unitText(evidence.unit, words)})
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.t('evidence.group')}</th>
            {evidence.columns.map(({ id, label }) => (
              <th scope="col" key={id}>
                {label[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {evidence.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label[language]}</th>
              {evidence.columns.map(({ id }, index) => (
                <td key={id}>{valueText(row.values[index] ?? null, row, words)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Sources = ({ evidence, sources, words }: FigureProps) => (
  <div className="figure-source">
    <p>
      {words.t('evidence.source')}{' '}
      {sourcesWith(evidence.sources, sources).map((source, index) => (
        <span key={source.id}>
          {index > 0 && ' · '}
          <SourceLine source={source} words={words} />
        </span>
      ))}
    </p>
    {evidence.reportedBy && <p>{words.t('evidence.reported-by', { names: evidence.reportedBy })}</p>}
  </div>
);

const Figure = (props: FigureProps) => {
  const { setting, evidence, words } = props;
  const { language } = setting;
  return (
    <section className="figure" aria-labelledby={evidence.id}>
      <h2 id={evidence.id}>{evidence.title[language]}</h2>
      {evidence.period && (
        <p className="quiet">{words.t('evidence.period', { period: evidence.period.replace('-', '–') })}</p>
      )}
      <Chart evidence={evidence} language={language} words={words} />
      <p>{evidence.note[language]}</p>
      <p className="not-shown">
        <strong>{words.t('evidence.not-shown')}</strong> {evidence.doesNotShow[language]}
      </p>
      <Table {...props} />
      <Sources {...props} />
    </section>
  );
};

/** The published figures, each as a chart with its table, its source, and what it does not show; in no order of rank. */
export const renderEvidence = ({ setting, evidence, sources }: EvidencePageProps): string => {
  const words = wordsFor(setting);
  return renderFrame({
    setting,
    words,
    title: words.t('evidence.title'),
    path: '/evidence',
    children: (
      <>
        <h1>{words.t('evidence.title')}</h1>
        <p className="lead">{words.t('evidence.lead')}</p>
        <p>{words.t('evidence.rare')}</p>
        <nav aria-labelledby="contents">
          <h2 id="contents">{words.t('evidence.contents')}</h2>
          <ul>
            {evidence.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title[setting.language]}</a>
              </li>
            ))}
          </ul>
        </nav>
        {evidence.map((each) => (
          <Figure key={each.id} setting={setting} evidence={each} sources={sources} words={words} />
        ))}
      </>
    ),
  });
};
