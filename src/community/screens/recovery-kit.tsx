import type { SetUpAnswer } from '../../console/api/community.ts';
import { Notice } from '../../console/kit/notice.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';

/** The two halves of the recovery kit, each on a printed page of its own, for two people who keep them apart. */
export const RecoveryKit = ({ kit }: { kit: SetUpAnswer['recoveryKit'] }) => {
  const { t } = useWords(communityWords);
  return (
    <>
      <Notice tone="careful" title={t('kit.title')}>
        <p>{t('kit.words')}</p>
        <button type="button" onClick={() => window.print()}>
          {t('kit.print')}
        </button>
      </Notice>
      {(['A', 'B'] as const).map((half) => (
        <section key={half} className="half" aria-label={t('kit.half', { half })}>
          <h2>{t('kit.half', { half })}</h2>
          <p>{t(`kit.for-${half}`)}</p>
          <p className="secret">{half === 'A' ? kit.halfA : kit.halfB}</p>
        </section>
      ))}
    </>
  );
};
