import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  askAboutRecord,
  keepingQuery,
  keepLonger,
  type PairedAct,
  type RecordKeeping,
  type RecordKind,
} from '../../console/api/retention.ts';
import { Facts } from '../../console/kit/facts.tsx';
import { MomentBox, TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { Fold } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useSession } from '../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { instantOf } from '../../console/kit/zoned.ts';
import { retentionWords } from '../words/index.ts';
import { AskCard } from './ask-card.tsx';

interface OfRecord {
  keeping: RecordKeeping;
  done(): void;
}

const AskForm = ({ keeping, act, done }: OfRecord & { act: PairedAct }) => {
  const { t } = useWords(retentionWords);
  const { recordKind, recordId } = keeping;
  const form = useForm({
    draft: `${act} ${recordId}`,
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim().length < 3 ? { reason: t('missing') } : {}),
    send: ({ reason }) => askAboutRecord({ act, recordKind, recordId, reason }),
    done,
    said: t('ask.done'),
  });
  return (
    <Fold title={t(`act.${act}`)}>
      <Form form={form} act={t(`act.${act}`)} name={t(`act.${act}`)} grave={act === 'shred'} lesser>
        <TextArea form={form} name="reason" label={t('reason')} hint={t(`act.hint.${act}`)} rows={2} />
      </Form>
    </Fold>
  );
};

const RenewForm = ({ keeping, done }: OfRecord) => {
  const { t } = useWords(retentionWords);
  const { recordKind, recordId } = keeping;
  const { timeZone } = useSpeech();
  const form = useForm({
    draft: `keep ${recordId} longer`,
    initial: { until: '', reason: '' },
    check: ({ until, reason }) => ({
      ...(until === '' && { until: t('renew.hint') }),
      ...(reason.trim().length < 3 && { reason: t('missing') }),
    }),
    send: ({ until, reason }) => keepLonger({ recordKind, recordId, until: instantOf(until, timeZone), reason }),
    done,
    said: t('renew.done'),
  });
  return (
    <Fold title={t('renew.act')}>
      <Form form={form} act={t('renew.act')} name={t('renew.act')} lesser>
        <MomentBox form={form} name="until" label={t('renew.until')} hint={t('renew.hint')} />
        <TextArea form={form} name="reason" label={t('reason')} rows={2} />
      </Form>
    </Fold>
  );
};

const Hold = ({ hold }: { hold: NonNullable<RecordKeeping['hold']> }) => {
  const { t, formatDateTime } = useWords(retentionWords);
  const { heldAt, askedBy, confirmedBy } = hold;
  return t('held.by', { at: formatDateTime(heldAt), one: askedBy.name, other: confirmedBy.name });
};

const Kept = ({ keeping }: { keeping: RecordKeeping }) => {
  const { t } = useWords(retentionWords);
  const { runsOut, renewedUntil, hold } = keeping;
  if (runsOut === null && hold === null) return <p>{t('in-use')}</p>;
  return (
    <Facts
      rows={[
        runsOut && [t('because'), t(`rule.${runsOut.rule}`)],
        runsOut && hold === null && [t('runs-out'), <Due key="at" at={runsOut.at} />],
        renewedUntil !== null && [t('renewed'), <Moment key="renewed" at={renewedUntil} />],
        hold && [t('held'), <Hold key="hold" hold={hold} />],
      ]}
    />
  );
};

const Acts = ({ keeping, done }: OfRecord) => {
  const { person } = useSession();
  const isAsked = (act: PairedAct) => keeping.asks.some((ask) => ask.act === act);
  const isEnded = keeping.runsOut !== null && keeping.hold === null;
  return (
    <>
      {keeping.asks.map((ask) => (
        <AskCard key={ask.id} ask={ask} done={done} />
      ))}
      {keeping.hold === null && !isAsked('hold') && <AskForm keeping={keeping} act="hold" done={done} />}
      {keeping.hold !== null && !isAsked('release-hold') && (
        <AskForm keeping={keeping} act="release-hold" done={done} />
      )}
      {isEnded && <RenewForm key={person.id} keeping={keeping} done={done} />}
      {isEnded && !isAsked('hold') && !isAsked('shred') && <AskForm keeping={keeping} act="shred" done={done} />}
    </>
  );
};

/** How long a record is kept, what stands in the way, and what two people can do about it. */
export const KeepingPart = ({ kind, id }: { kind: RecordKind; id: string }) => {
  const { t } = useWords(retentionWords);
  const client = useQueryClient();
  const keeping = useQuery(keepingQuery(kind, id));
  const done = () => void client.invalidateQueries({ queryKey: ['keeping'] });
  return (
    <Fold title={t('title')}>
      <Reading of={keeping}>
        {(data) => (
          <>
            <Kept keeping={data} />
            <Acts keeping={data} done={done} />
          </>
        )}
      </Reading>
    </Fold>
  );
};
