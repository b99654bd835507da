import type { OpenedReport } from '../../console/api/reports.ts';
import { Event, Story, Words } from '../../console/kit/facts.tsx';
import { UrgencyMark } from '../../console/kit/marks.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { deskWords } from './words/index.ts';

type Transition = OpenedReport['transitions'][number];

const What = ({ transition }: { transition: Transition }) => {
  const { t } = useWords(deskWords);
  return (
    <p>
      <strong>{t(`act.${transition.act}`)}</strong>{' '}
      {transition.outcome && transition.act === 'decided' && t(`outcome.${transition.outcome}`)}
      {transition.urgency && transition.act === 'urgency-changed' && <UrgencyMark urgency={transition.urgency} />}
    </p>
  );
};

/** What happened to a report since it came in: each step with who, when and why. */
export const ReportStory = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(deskWords);
  return (
    <Story>
      <Event when={<Moment at={report.receivedAt} />}>
        <p>
          <strong>{t('act.received')}</strong> {t(`channel.${report.channel}`)}
        </p>
      </Event>
      {report.transitions.map((transition, position) => (
        <Event
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is only ever added at the end
          key={position}
          when={
            <>
              <Moment at={transition.at} /> · {transition.by?.name ?? t('story.by-clock')}
            </>
          }
        >
          <What transition={transition} />
          {transition.reason && <Words>{transition.reason}</Words>}
        </Event>
      ))}
    </Story>
  );
};
