import { Words } from '../../../console/kit/facts.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import type { CaseExtract } from '../../contract.ts';
import { caseWords } from '../../words/index.ts';

/** Statements as a consultant reads them: what was said, when and where, and not by whom. */
export const GivenStatements = ({ statements }: { statements: CaseExtract['statements'] }) => {
  const { t } = useWords(caseWords);
  return (
    <ul className="cards">
      {statements.map(({ kind, words, happened, where }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: copies, never reordered
        <li key={index} className="card">
          <p>
            <span className={`kind kind-${kind}`}>{t(`statement.${kind}`)}</span>
          </p>
          <Words>{words}</Words>
          {(happened || where) && <p className="hint">{[happened, where].filter(Boolean).join(', ')}</p>}
        </li>
      ))}
    </ul>
  );
};
