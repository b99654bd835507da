import type { OpenedCase } from '../../console/api/cases.ts';
import { Event, Story } from '../../console/kit/facts.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';

/** Who led the case and who stood beside, from when and why, in the order of time. */
export const LeadStory = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  return (
    <Story>
      {opened.leadChanges.map((change, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a change is only ever added at the end
        <Event key={position} when={<Moment at={change.at} />}>
          <p>
            <strong>{t(`lead-change.${change.why}`)}</strong>{' '}
            {t('leads.who', { lead: change.lead.name, deputy: change.deputy.name })}
          </p>
        </Event>
      ))}
    </Story>
  );
};
