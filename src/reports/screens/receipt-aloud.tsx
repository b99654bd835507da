import { Link } from 'react-router';
import type { ReceiptAnswer } from '../../console/api/reports.ts';
import { Copy } from '../../console/kit/copy.tsx';
import { Facts } from '../../console/kit/facts.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Page } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { AddImages } from './add-images.tsx';
import { deskWords } from './words/index.ts';

/** The receipt in groups of four, to be read aloud to the caller once; nobody can show it again. */
export const ReceiptAloud = ({ receipt, again }: { receipt: ReceiptAnswer; again(): void }) => {
  const { t } = useWords(deskWords);
  const groups = receipt.receipt.match(/\d{4}/g) ?? [];
  return (
    <Page title={t('receipt.title', { number: receipt.number })}>
      <p>{t('receipt.read-aloud')}</p>
      <ol className="receipt" aria-label={t('receipt.groups')}>
        {groups.map((group, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups never move
          <li key={position}>{group}</li>
        ))}
      </ol>
      <Copy text={groups.join(' ')} act={t('receipt.copy')} />
      <Notice tone="careful">
        <p>{t('receipt.once')}</p>
      </Notice>
      <Facts
        rows={[
          [t('receipt.next-read'), receipt.nextRead ? <Moment key="at" at={receipt.nextRead} /> : t('receipt.no-rota')],
        ]}
      />
      {receipt.id && <AddImages reportId={receipt.id} />}
      <p className="form-acts">
        {receipt.id && (
          <Link className="button primary" to={`/reports/${receipt.id}`}>
            {t('receipt.open')}
          </Link>
        )}
        <button type="button" onClick={again}>
          {t('receipt.another')}
        </button>
      </p>
    </Page>
  );
};
