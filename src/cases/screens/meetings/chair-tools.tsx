import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { casesQuery } from '../../../console/api/cases.ts';
import { refusalOf } from '../../../console/api/refusal.ts';
import { Choice } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { RefusalNotice } from '../../../console/kit/notice.tsx';
import { Fold, Part } from '../../../console/kit/page.tsx';
import { disciplineWords } from '../../../console/kit/people.tsx';
import { useConsoleWords, useWords } from '../../../console/kit/speech.tsx';
import { Tick, Ticks } from '../../../console/kit/ticks.tsx';
import { beginMeeting, bringCase, callOffMeeting, endMeeting, type MeetingPage, noteAttendance } from './calls.ts';
import { meetingWords } from './words/index.ts';

interface OfMeeting {
  meeting: MeetingPage;
  answer: (meeting: MeetingPage) => void;
}

const PresenceForm = ({ meeting, answer }: OfMeeting) => {
  const { t } = useWords(meetingWords);
  const shared = useConsoleWords();
  const isPlanned = meeting.state === 'planned';
  const form = useForm({
    draft: `presence ${meeting.id} ${meeting.state}`,
    initial: { presentIds: meeting.attendance.filter(({ isPresent }) => isPresent).map(({ id }) => id) },
    check: ({ presentIds }) => ({ ...(presentIds.length < 2 && { presentIds: t('meeting.missing-present') }) }),
    version: meeting.version,
    send: ({ presentIds }, version) => (isPlanned ? beginMeeting : noteAttendance)(meeting.id, { version, presentIds }),
    done: answer,
    said: t(isPlanned ? 'meeting.begun' : 'meeting.noted'),
  });
  const options = meeting.attendance.map(({ id, name, discipline }) => ({
    value: id,
    label: `${name} · ${disciplineWords(shared.t, discipline)}`,
  }));
  return (
    <Form
      form={form}
      act={t(isPlanned ? 'meeting.begin' : 'meeting.note-act')}
      name={t(isPlanned ? 'meeting.begin' : 'meeting.note')}
      lesser={!isPlanned}
    >
      {isPlanned && <p className="hint">{t('meeting.begin-hint')}</p>}
      <Ticks form={form} name="presentIds" legend={t('meeting.who')} options={options} />
    </Form>
  );
};

const CloseForm = ({ meeting, answer }: OfMeeting) => {
  const { t } = useWords(meetingWords);
  const form = useForm({
    draft: `close meeting ${meeting.id}`,
    initial: { putOffRest: false },
    version: meeting.version,
    send: ({ putOffRest }, version) => endMeeting(meeting.id, { version, putOffRest }),
    done: answer,
    said: t('meeting.closed'),
  });
  return (
    <Form form={form} act={t('meeting.close')} name={t('meeting.close')} lesser>
      <p className="hint">{t('meeting.close-hint')}</p>
      <Tick form={form} name="putOffRest" label={t('meeting.put-off')} />
    </Form>
  );
};

const CallOff = ({ meeting, answer }: OfMeeting) => {
  const { t } = useWords(meetingWords);
  const act = useMutation({
    mutationFn: () => callOffMeeting(meeting.id, { version: meeting.version }),
    onSuccess: answer,
  });
  return (
    <>
      {act.error && <RefusalNotice refusal={refusalOf(act.error)} />}
      <button type="button" disabled={act.isPending} onClick={() => act.mutate()}>
        {t('meeting.call-off')}
      </button>
    </>
  );
};

/** What whoever chairs can do with the meeting as it stands. */
export const ChairTools = ({ meeting, answer }: OfMeeting) => {
  const { t } = useWords(meetingWords);
  if (meeting.state === 'planned')
    return (
      <Part title={t('meeting.begin')}>
        <PresenceForm meeting={meeting} answer={answer} />
        <CallOff meeting={meeting} answer={answer} />
      </Part>
    );
  if (meeting.state !== 'running') return null;
  return (
    <Part title={t('meeting.close')}>
      <CloseForm meeting={meeting} answer={answer} />
      <Fold title={t('meeting.note')}>
        <PresenceForm meeting={meeting} answer={answer} />
      </Fold>
    </Part>
  );
};

/** Brings a further case of one's own before the meeting. */
export const BringForm = ({ meeting, answer }: OfMeeting) => {
  const { t } = useWords(meetingWords);
  const on = new Set(meeting.agenda.map(({ caseId }) => caseId));
  const cases = useInfiniteQuery(casesQuery('open'));
  const form = useForm({
    draft: `bring ${meeting.id}`,
    initial: { caseId: '' },
    check: ({ caseId }) => ({ ...(caseId === '' && { caseId: t('agenda.missing-case') }) }),
    send: ({ caseId }) => bringCase(meeting.id, caseId),
    done: answer,
  });
  const options = (cases.data?.pages ?? [])
    .flatMap(({ rows }) => rows)
    .filter(({ id, myPart }) => !on.has(id) && ['lead', 'deputy', 'member'].includes(myPart))
    .map(({ id, number, title }) => ({ value: id, label: `${number} · ${title ?? ''}` }));
  if (options.length === 0) return null;
  return (
    <Fold title={t('agenda.bring')}>
      <Form form={form} act={t('agenda.bring-act')} name={t('agenda.bring')} lesser>
        <Choice form={form} name="caseId" label={t('agenda.bring-which')} options={options} />
      </Form>
    </Fold>
  );
};
