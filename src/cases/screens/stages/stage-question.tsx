import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { caseQuery, type OpenedCase } from '../../../console/api/cases.ts';
import { refusalOf } from '../../../console/api/refusal.ts';
import { useWriting } from '../../../console/kit/drafts.tsx';
import { RefusalNotice } from '../../../console/kit/notice.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { answerStage, type StageVisit } from '../calls.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { stageWords } from './words/index.ts';

export const presentVisit = (opened: OpenedCase): StageVisit | undefined =>
  opened.stages.find((visit) => visit.exit === null);

/** Keeps one answer on the server as soon as one leaves the field; the saves of one case follow each other. */
const useKept = (opened: OpenedCase, question: string) => {
  const client = useQueryClient();
  const answer = useCaseAnswer();
  const { typed, keep, forget } = useWriting<{ answer: string }>(`stage ${opened.id} ${question}`);
  const visit = presentVisit(opened);
  const saved = visit?.answers[question] ?? '';
  const save = useMutation({
    scope: { id: `stage ${opened.id}` },
    mutationFn: (text: string) => {
      const now = client.getQueryData(caseQuery(opened.id).queryKey) ?? opened;
      return answerStage(opened.id, { version: presentVisit(now)?.version ?? 0, question, answer: text });
    },
    onSuccess: (given) => {
      forget();
      answer(given);
    },
    onError: () => void client.invalidateQueries({ queryKey: caseQuery(opened.id).queryKey }),
  });
  const value = typed?.answer ?? saved;
  return {
    value,
    type: (text: string) => keep({ answer: text }, undefined),
    save: (text: string) => text !== saved && save.mutate(text),
    state: save.isPending ? ('saving' as const) : value !== '' && value === saved ? ('saved' as const) : null,
    error: save.error,
  };
};

interface QuestionProps {
  opened: OpenedCase;
  question: string;
  label: string;
}

const Kept = ({ state, error }: Pick<ReturnType<typeof useKept>, 'state' | 'error'>) => {
  const { t } = useWords(stageWords);
  if (error) return <RefusalNotice refusal={refusalOf(error)} />;
  return (
    <p className="hint" role="status">
      {state && t(`answer.${state}`)}
    </p>
  );
};

/** A question that is answered in words. */
export const WordsQuestion = ({ opened, question, label }: QuestionProps) => {
  const kept = useKept(opened, question);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        value={kept.value}
        onChange={(event) => kept.type(event.target.value)}
        onBlur={(event) => kept.save(event.target.value)}
      />
      <Kept state={kept.state} error={kept.error} />
    </div>
  );
};

/** A question that is answered with yes, no, or that it is not known. */
export const YesNoQuestion = ({ opened, question, label }: QuestionProps) => {
  const { t } = useWords(stageWords);
  const kept = useKept(opened, question);
  const id = useId();
  const choose = (value: string) => {
    kept.type(value);
    kept.save(value);
  };
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="ticks">
        {(['yes', 'no', 'unknown'] as const).map((value) => (
          <label key={value} className="tick">
            <input type="radio" name={id} checked={kept.value === value} onChange={() => choose(value)} />
            <span>{t(`answer.${value}`)}</span>
          </label>
        ))}
      </div>
      <Kept state={kept.state} error={kept.error} />
    </fieldset>
  );
};
