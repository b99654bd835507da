import type { People } from '../../console/api/community.ts';
import { Notice } from '../../console/kit/notice.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { staffingWords } from '../words/staffing/index.ts';

/** In plain words, what this community promises and cannot keep with the people it has now. */
export const Staffing = ({ unkept }: { unkept: People['unkept'] }) => {
  const { t } = useWords(staffingWords);
  if (unkept.length === 0) return null;
  return (
    <Notice tone="careful" title={t('staffing.title', { count: unkept.length })}>
      <ul>
        {unkept.map((promise) => (
          <li key={promise}>{t(`staffing.${promise}`)}</li>
        ))}
      </ul>
    </Notice>
  );
};
