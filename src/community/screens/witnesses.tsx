import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment } from 'react';
import { refusalOf } from '../../console/api/refusal.ts';
import { addWitness, removeWitness, type Witnesses, watchLog, witnessesQuery } from '../../console/api/witnesses.ts';
import { useAnnounce } from '../../console/kit/announce.tsx';
import { Copy } from '../../console/kit/copy.tsx';
import { Facts } from '../../console/kit/facts.tsx';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Ago, Moment } from '../../console/kit/moments.tsx';
import { RefusalNotice } from '../../console/kit/notice.tsx';
import { Empty, Fold, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { witnessWords } from '../words/witnesses/index.ts';

const useKeep = () => {
  const client = useQueryClient();
  return (data: Witnesses) => client.setQueryData(witnessesQuery.queryKey, data);
};

const Witness = ({ witness, logSize }: { witness: Witnesses['witnesses'][number]; logSize: number }) => {
  const { t } = useWords(witnessWords);
  const keep = useKeep();
  const announce = useAnnounce();
  const remove = useMutation({
    mutationFn: () => removeWitness(witness.name),
    onSuccess: (data) => {
      keep(data);
      announce(t('witness.removed'));
    },
  });
  return (
    <li className="card">
      <h3>
        {witness.address}{' '}
        {witness.trouble === null ? (
          witness.seenAt !== null && <StateMark tone="good">{t('witness.well')}</StateMark>
        ) : (
          <StateMark tone="late">{t(`witness.trouble.${witness.trouble}`)}</StateMark>
        )}
      </h3>
      <p className="hint">{witness.name}</p>
      <p>
        {witness.seenAt === null ? (
          t('witness.never')
        ) : (
          <>
            {t('witness.saw', { seen: witness.seenSize, all: logSize })} <Ago at={witness.seenAt} />
          </>
        )}
        {witness.troubleSince !== null && (
          <>
            {' '}
            · {t('witness.since')} <Moment at={witness.troubleSince} />
          </>
        )}
      </p>
      {remove.error && <RefusalNotice refusal={refusalOf(remove.error)} />}
      <button type="button" onClick={() => remove.mutate()} aria-disabled={remove.isPending}>
        {t('witness.remove')}
      </button>
    </li>
  );
};

const AddWitness = () => {
  const { t } = useWords(witnessWords);
  const form = useForm<{ address: string; key: string }, Witnesses>({
    draft: 'witness',
    initial: { address: '', key: '' },
    check: ({ address, key }) => ({
      ...(/^https?:\/\/\S+$/.test(address.trim()) ? {} : { address: t('witness.address-wrong') }),
      ...(key.trim() === '' ? { key: t('witness.key-missing') } : {}),
    }),
    send: addWitness,
    done: useKeep(),
    said: t('witness.added'),
  });
  return (
    <Form form={form} act={t('witness.add')} name={t('witness.title')} lesser>
      <TextBox form={form} name="address" label={t('witness.address')} hint={t('witness.address-hint')} />
      <TextBox form={form} name="key" label={t('witness.key')} hint={t('witness.key-hint')} />
    </Form>
  );
};

const WatchLog = () => {
  const { t } = useWords(witnessWords);
  const form = useForm<{ key: string }, Witnesses>({
    draft: 'watch',
    initial: { key: '' },
    check: ({ key }) => (key.trim() === '' ? { key: t('witness.key-missing') } : {}),
    send: watchLog,
    done: useKeep(),
    said: t('watch.added'),
  });
  return (
    <Form form={form} act={t('watch.add')} name={t('watch.title')} lesser>
      <TextBox form={form} name="key" label={t('watch.key')} />
    </Form>
  );
};

const DailyHead = ({ log }: { log: Witnesses['log'] }) => {
  const { t } = useWords(witnessWords);
  return (
    <Part title={t('head.title')}>
      <p>{t('head.words')}</p>
      {log.head === null ? (
        <Empty>{t('head.none')}</Empty>
      ) : (
        <>
          <p>
            {t('head.entries', { count: log.head.size })} <Moment at={log.head.signedAt} />
          </p>
          <p className="secret">
            {log.head.note
              .trim()
              .split('\n')
              .map((line) => (
                <Fragment key={line}>
                  {line}
                  <br />
                </Fragment>
              ))}
          </p>
          <p className="hint">{t('head.key')}</p>
          <p className="secret">{log.key}</p>
          <button type="button" onClick={() => window.print()}>
            {t('head.print')}
          </button>
        </>
      )}
    </Part>
  );
};

const Watching = ({ watched }: { watched: Witnesses['watched'] }) => {
  const { t } = useWords(witnessWords);
  return (
    <Part title={t('watch.title')}>
      {watched.length === 0 ? (
        <Empty>{t('watch.none')}</Empty>
      ) : (
        <ul>
          {watched.map(({ origin, size, cosignedAt, doubt }) => (
            <li key={origin}>
              {origin} · {t('head.entries', { count: size })} {cosignedAt !== null && <Ago at={cosignedAt} />}{' '}
              {doubt !== null && <StateMark tone="late">{t('watch.doubt')}</StateMark>}
            </li>
          ))}
        </ul>
      )}
      <Fold title={t('watch.add')}>
        <WatchLog />
      </Fold>
    </Part>
  );
};

const Standing = ({ data }: { data: Witnesses }) => {
  const { t } = useWords(witnessWords);
  return (
    <>
      {data.witnesses.length === 0 ? (
        <Empty>{t('witness.none')}</Empty>
      ) : (
        <ul className="cards">
          {data.witnesses.map((witness) => (
            <Witness key={witness.name} witness={witness} logSize={data.log.head?.size ?? 0} />
          ))}
        </ul>
      )}
      <Fold title={t('witness.add')}>
        <AddWitness />
        <p>{t('own.words')}</p>
        <Facts
          rows={[
            [t('witness.address'), data.own.address],
            [
              t('own.key'),
              <span key="key" className="secret">
                {data.own.key}
              </span>,
            ],
          ]}
        />
        <Copy text={`${data.own.address} ${data.own.key}`} act={t('own.copy')} />
      </Fold>
      <DailyHead log={data.log} />
      <Watching watched={data.watched} />
    </>
  );
};

/** Which installations cosign the log here and how they stand to it, its head to be printed, and whose logs are watched here. */
export const WitnessesPart = () => {
  const { t } = useWords(witnessWords);
  const witnesses = useQuery(witnessesQuery);
  return (
    <Part title={t('witness.title')}>
      <p>{t('witness.words')}</p>
      <Reading of={witnesses}>{(data) => <Standing data={data} />}</Reading>
    </Part>
  );
};
