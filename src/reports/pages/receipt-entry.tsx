import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { ErrorSummary } from './error-summary.tsx';
import { TextField } from './fields.tsx';
import type { FieldErrors } from './form-values.ts';
import { wordsFor } from './page-words.ts';

export interface ReceiptEntryProps {
  setting: PublicSetting;
  /** What was typed, when it opened nothing. */
  receipt?: string;
  isWrong?: boolean;
}

/** Where a reporter comes back; a wrong receipt says so without saying which part. */
export const renderReceiptEntry = ({ setting, receipt = '', isWrong = false }: ReceiptEntryProps): string => {
  const words = wordsFor(setting);
  const errors: FieldErrors<'receipt'> = isWrong ? { receipt: { key: 'reports.error.receipt' } } : {};
  return renderPublicPage({
    setting,
    title: words.t('reports.entry.title'),
    ...(isWrong ? { isPrivate: true } : { path: '/receipt' }),
    children: (
      <>
        <ErrorSummary errors={errors} words={words} isKept={false} />
        <h1>{words.t('reports.entry.title')}</h1>
        <form method="post" action={`/${setting.language}/receipt`} autoComplete="off" noValidate>
          <TextField
            name="receipt"
            label={words.t('reports.entry.label')}
            hint={words.t('reports.entry.hint')}
            value={receipt}
            error={errors.receipt}
            inputMode="numeric"
            isRequired
            words={words}
          />
          <button type="submit">{words.t('reports.entry.open')}</button>
        </form>
        <p className="quiet">
          {words.t('reports.entry.lost')} <a href={`/${setting.language}/report`}>{words.t('reports.home.report')}</a>
        </p>
      </>
    ),
  });
};
