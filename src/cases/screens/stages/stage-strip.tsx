import type { OpenedCase } from '../../../console/api/cases.ts';
import { useWords } from '../../../console/kit/speech.tsx';
import { caseWords } from '../../words/index.ts';
import { stages } from '../../words/vocabulary.ts';
import { stageWords } from './words/index.ts';

/** The five stages in a row, the present one marked in words as well. */
export const StageStrip = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(stageWords);
  const words = useWords(caseWords);
  const at = stages.indexOf(opened.stage);
  return (
    <ol className="stage-strip" aria-label={t('stage.steps')}>
      {stages.map((stage, index) => (
        <li key={stage} aria-current={index === at && opened.state === 'open' ? 'step' : undefined}>
          {words.t(`stage.${stage}`)}
          {index === at && opened.state === 'open' && <span className="hint"> ({t('stage.now')})</span>}
        </li>
      ))}
    </ol>
  );
};
