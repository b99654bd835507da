import { Copy } from '../../console/kit/copy.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';

/** Recovery codes, shown this once, to copy or to print. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => {
  const { t } = useWords(communityWords);
  return (
    <Notice tone="careful" title={t('codes.title')}>
      <p>{t('codes.words')}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="form-acts">
        <Copy text={codes.join('\n')} act={t('codes.copy')} />
        <button type="button" onClick={() => window.print()}>
          {t('codes.print')}
        </button>
      </p>
    </Notice>
  );
};
