import type { RefusedFile } from '../../platform/files/read-images.ts';
import { EmergencyNumbers } from '../../platform/pages/call-link.tsx';
import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { ReceiptAnswer } from '../contract.ts';
import { RefusedFiles } from './images-field.tsx';
import { nextReadText } from './next-read.ts';
import { firstNumber, type PageWords, wordsFor } from './page-words.ts';
import { ReceiptSquare } from './receipt-square.tsx';

export interface ReceiptProps {
  setting: PublicSetting;
  answer: ReceiptAnswer;
  dangerNow: boolean;
  refused?: readonly RefusedFile[];
  /** True where a contact was left that could not be kept as promised, and so was not kept. */
  isContactLost?: boolean;
}

type Inside = ReceiptProps & { words: PageWords };

/** The receipt as it is read aloud and written down: six groups of four. */
const inGroups = (receipt: string) => [0, 4, 8, 12, 16, 20].map((at) => ({ at, digits: receipt.slice(at, at + 4) }));

const spaced = (receipt: string): string =>
  inGroups(receipt)
    .map(({ digits }) => digits)
    .join(' ');

const Danger = ({ setting, words }: Inside) => (
  <section className="call">
    <p>{words.t('reports.receipt.danger', { number: firstNumber(setting) })}</p>
    <EmergencyNumbers numbers={setting.emergencyNumbers} words={words} />
  </section>
);

const Digits = ({ answer, words }: Inside) => (
  <section className="receipt" aria-labelledby="receipt-label" data-shown-once={words.t('reports.receipt.leave')}>
    <h2 id="receipt-label">{words.t('reports.receipt.label')}</h2>
    <p className="digits">
      {inGroups(answer.receipt).map(({ at, digits }) => (
        <span key={at}>{digits} </span>
      ))}
    </p>
    <ReceiptSquare receipt={answer.receipt} label={words.t('reports.receipt.qr')} />
    <p className="quiet">{words.t('reports.receipt.number', { number: answer.number })}</p>
  </section>
);

const Keep = ({ answer, words }: Inside) => (
  <section aria-labelledby="keep">
    <h2 id="keep">{words.t('reports.receipt.keep.title')}</h2>
    <ul>
      <li>{words.t('reports.receipt.keep.where')}</li>
      <li>{words.t('reports.receipt.keep.how')}</li>
      <li>{words.t('reports.receipt.keep.lost')}</li>
    </ul>
    <p className="no-print">
      <a
        className="button second"
        download={words.t('reports.receipt.file')}
        href={`data:text/plain,${encodeURIComponent(spaced(answer.receipt))}`}
      >
        {words.t('reports.receipt.save')}
      </a>
    </p>
  </section>
);

const Worse = ({ setting, answer, words }: Inside) => (
  <section aria-labelledby="worse">
    <h2 id="worse">{words.t('reports.receipt.worse.title')}</h2>
    <p>{words.t('reports.receipt.worse.call', { number: firstNumber(setting) })}</p>
    <p>{words.t('reports.receipt.worse.add')}</p>
    <form className="no-print" method="post" action={`/${setting.language}/receipt`} autoComplete="off">
      <input type="hidden" name="receipt" value={answer.receipt} />
      <button className="second" type="submit">
        {words.t('reports.receipt.open')}
      </button>
    </form>
  </section>
);

/** The answer to a sent report: the receipt, how to keep it, when somebody reads, and what to do if it gets worse. */
export const renderReceipt = (props: ReceiptProps): string => {
  const { setting, answer, dangerNow, refused = [] } = props;
  const words = wordsFor(setting);
  const inside = { ...props, words };
  return renderPublicPage({
    setting,
    title: words.t('reports.receipt.title'),
    isPrivate: true,
    children: (
      <>
        {dangerNow && <Danger {...inside} />}
        <h1>{words.t('reports.receipt.title')}</h1>
        <p className="lead">{nextReadText('reports.receipt.read', answer.nextRead, setting, words)}</p>
        <Digits {...inside} />
        <RefusedFiles refused={refused} words={words} arrived />
        {props.isContactLost && <p role="status">{words.t('reports.receipt.contact-lost')}</p>}
        <Keep {...inside} />
        <Worse {...inside} />
      </>
    ),
  });
};
