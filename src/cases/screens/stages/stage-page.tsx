import type { OpenedCase } from '../../../console/api/cases.ts';
import { Event, Facts, Story, Words } from '../../../console/kit/facts.tsx';
import { Due, Moment } from '../../../console/kit/moments.tsx';
import { Fold, Part } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { caseWords } from '../../words/index.ts';
import { type Stage, stageQuestions } from '../../words/vocabulary.ts';
import type { StageVisit } from '../calls.ts';
import { OpenedPage } from '../opened-page.tsx';
import { ExitForm } from './exit-form.tsx';
import { presentVisit, WordsQuestion, YesNoQuestion } from './stage-question.tsx';
import { stageWords } from './words/index.ts';

type Speak = ReturnType<typeof useWords<keyof (typeof stageWords)['en']>>['t'];

const questionWords = (t: Speak, stage: Stage, question: string) =>
  t(`question.${stage}.${question}` as Parameters<Speak>[0]);

const Questions = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(stageWords);
  return Object.entries(stageQuestions[opened.stage]).map(([question, kind]) => {
    const Question = kind === 'words' ? WordsQuestion : YesNoQuestion;
    const label = questionWords(t, opened.stage, question);
    return <Question key={question} opened={opened} question={question} label={label} />;
  });
};

const Answers = ({ visit }: { visit: StageVisit }) => {
  const { t } = useWords(stageWords);
  const rows = Object.entries(stageQuestions[visit.stage]).map(([question, kind]) => {
    const answer = visit.answers[question] ?? '';
    const words = kind === 'yes-no' && answer ? t(`answer.${answer as 'yes'}`) : answer || t('answer.none');
    return [questionWords(t, visit.stage, question), words] as const;
  });
  return <Facts rows={rows} />;
};

/** The stages that the case has left, each with its decision, its reasons and its answers. */
const EarlierStages = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(stageWords);
  const words = useWords(caseWords);
  return (
    <Story>
      {opened.stages.map(
        (visit) =>
          visit.exit !== null && (
            <Event
              key={visit.id}
              when={
                <>
                  {visit.exitedAt && <Moment at={visit.exitedAt} />} · {visit.exitedBy?.name}
                </>
              }
            >
              <p>
                <strong>
                  {t('exit.went', { stage: words.t(`stage.${visit.stage}`), exit: t(`exit.${visit.exit}`) })}
                </strong>
              </p>
              {visit.reason && <Words>{visit.reason}</Words>}
              <Fold title={t('stage.page')}>
                <Answers visit={visit} />
              </Fold>
            </Event>
          ),
      )}
    </Story>
  );
};

/** One stage: its few questions, kept as one goes, and the decision that ends it. */
export const StagePage = () => {
  const { t } = useWords(stageWords);
  const words = useWords(caseWords);
  return (
    <OpenedPage title={(opened) => words.t(`stage.${opened.stage}`)}>
      {(opened) => {
        const visit = presentVisit(opened);
        const leads = opened.myPart === 'lead' || opened.myPart === 'deputy';
        return (
          <>
            <p>{t(`stage.about.${opened.stage}`)}</p>
            {visit && (
              <>
                <p>
                  <Due at={visit.dueAt} /> · <Moment at={visit.dueAt} />
                </p>
                <Questions opened={opened} />
                {leads && (
                  <Part title={t('exit.title')}>
                    <ExitForm opened={opened} />
                  </Part>
                )}
              </>
            )}
            {opened.stages.some(({ exit }) => exit !== null) && (
              <Part title={t('exit.past')}>
                <EarlierStages opened={opened} />
              </Part>
            )}
          </>
        );
      }}
    </OpenedPage>
  );
};
