import type { PublicSetting } from '../../platform/pages/setting.ts';
import { renderFrame } from '../pages/frame.tsx';
import { reportAddress } from './book.ts';
import { ReportSquare } from './report-square.tsx';
import { type TakeawayWords, wordsFor } from './takeaway-words.ts';

export interface PrintProps {
  setting: PublicSetting;
  publicUrl: string;
}

/** An address as one reads it aloud. */
export const spoken = (address: string): string => address.replace(/^https?:\/\//, '');

/** The first number to call, as the poster names it. */
export const firstNumber = ({ emergencyNumbers }: PublicSetting): string => emergencyNumbers[0]?.number ?? '112';

const Way = ({ language, words }: { language: string; words: TakeawayWords }) => (
  <li>
    <a href={`/${language}/library/take-away`}>{words.t('takeaway.title')}</a>
  </li>
);

const Print = ({ pdf, words }: { pdf: string; words: TakeawayWords }) => (
  <p className="no-print">
    {words.t('takeaway.print')} <a href={pdf}>{words.t('takeaway.as-pdf')}</a>
  </p>
);

const Square = ({ setting, publicUrl, words }: PrintProps & { words: TakeawayWords }) => {
  const address = reportAddress({ setting, publicUrl });
  return <ReportSquare address={address} label={words.t('poster.code', { address: spoken(address) })} />;
};

/** The other languages of this site, each with its own words and address, so that the poster speaks to everybody. */
const Others = ({ setting, publicUrl }: PrintProps) => (
  <ul className="poster-others">
    {setting.languages
      .filter((language) => language !== setting.language)
      .map((language) => (
        <li key={language} lang={language}>
          {wordsFor({ ...setting, language }).t('poster.worried')}{' '}
          <span>{spoken(reportAddress({ setting: { ...setting, language }, publicUrl }))}</span>
        </li>
      ))}
  </ul>
);

/** The poster as a page that prints on one sheet: whom to call, and a code that opens this community's report page. */
export const renderPoster = (props: PrintProps): string => {
  const { setting, publicUrl } = props;
  const words = wordsFor(setting);
  const title = words.t('takeaway.poster');
  return renderFrame({
    setting,
    words,
    title,
    path: '/take-away/poster',
    way: <Way language={setting.language} words={words} />,
    children: (
      <>
        <h1 className="no-print">{title}</h1>
        <Print pdf={`/${setting.language}/library/take-away/poster.pdf`} words={words} />
        <article className="poster">
          <p className="poster-danger">
            {words.t('poster.danger')} <strong>{words.t('poster.call', { number: firstNumber(setting) })}</strong>
          </p>
          <h2>{words.t('poster.worried')}</h2>
          <p className="lead">{words.t('poster.tell')}</p>
          <Square {...props} words={words} />
          <p className="poster-address">{spoken(reportAddress({ setting, publicUrl }))}</p>
          <p>{words.t('poster.sure')}</p>
          <p>{words.t('poster.how')}</p>
          <Others {...props} />
          <p className="quiet">{setting.communityName}</p>
        </article>
      </>
    ),
  });
};

const cards = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

const Card = ({ words, ...props }: PrintProps & { words: TakeawayWords }) => (
  <li className="card">
    <Square {...props} words={words} />
    <div>
      <p>
        {words.t('poster.danger')} <strong>{words.t('poster.call', { number: firstNumber(props.setting) })}</strong>
      </p>
      <p>
        <strong>{words.t('poster.worried')}</strong> {words.t('poster.tell')}
      </p>
      <p className="poster-address">{spoken(reportAddress(props))}</p>
    </div>
  </li>
);

/** Ten wallet cards on one sheet. */
export const renderCards = (props: PrintProps): string => {
  const { setting } = props;
  const words = wordsFor(setting);
  const title = words.t('takeaway.card');
  return renderFrame({
    setting,
    words,
    title,
    path: '/take-away/card',
    way: <Way language={setting.language} words={words} />,
    children: (
      <>
        <h1 className="no-print">{title}</h1>
        <Print pdf={`/${setting.language}/library/take-away/card.pdf`} words={words} />
        <ul className="wallet">
          {cards.map((card) => (
            <Card key={card} {...props} words={words} />
          ))}
        </ul>
      </>
    ),
  });
};
