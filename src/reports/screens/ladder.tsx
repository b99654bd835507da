import type { OpenedReport } from '../../console/api/reports.ts';
import { StateMark } from '../../console/kit/marks.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { ladderWords } from './words/ladder/index.ts';

type Ladder = OpenedReport['ladder'];

const tones = { delivered: 'good', 'given-up': 'late', waiting: undefined } as const;

const Told = ({ told }: { told: Ladder['told'][number] }) => {
  const { t } = useWords(ladderWords);
  const tone = tones[told.state];
  return (
    <li>
      <Moment at={told.at} /> · <strong>{told.person.name}</strong> {t(`ladder.by-${told.by}`)}{' '}
      <StateMark {...(tone && { tone })}>{t(`ladder.${told.state}`)}</StateMark>
    </li>
  );
};

const Handover = ({ handover }: { handover: OpenedReport['handovers'][number] }) => {
  const { t } = useWords(ladderWords);
  return (
    <li>
      {handover.acceptedAt ? (
        <>
          <Moment at={handover.acceptedAt} /> ·{' '}
          {t('ladder.accepted', { recipient: handover.recipient, name: handover.acceptedName ?? '' })}
        </>
      ) : (
        <>
          {t('ladder.open-handover', { recipient: handover.recipient, name: handover.accountable.name })}{' '}
          <Due at={handover.dueAt} />
        </>
      )}
    </li>
  );
};

/** Who was told when and by which way, who has opened the report, what waits elsewhere, and who is next and when. */
export const LadderStory = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(ladderWords);
  const { told, opened, next } = report.ladder;
  return (
    <>
      <ol className="ladder">
        {told.map((each) => (
          <Told key={`${each.person.id} ${each.at} ${each.by}`} told={each} />
        ))}
        {opened.map(({ person, at }) => (
          <li key={`${person.id} ${at}`}>
            <Moment at={at} /> · <StateMark tone="good">{t('ladder.opened', { name: person.name })}</StateMark>
          </li>
        ))}
        {report.readingReasons.map(({ person, at, words }) => (
          <li key={`${person.id} ${at} why`}>
            <Moment at={at} /> · {t('reading.gave', { name: person.name, words })}
          </li>
        ))}
        {report.handovers.map((handover) => (
          <Handover key={handover.id} handover={handover} />
        ))}
      </ol>
      {next && (
        <p>
          {t(`ladder.next-${next.to}`, { name: next.person.name })} <Due at={next.at} />
        </p>
      )}
    </>
  );
};
