import { useQuery } from '@tanstack/react-query';
import { apiAddress } from '../../../console/api/client.ts';
import { refusalOf } from '../../../console/api/refusal.ts';
import { Facts, Words } from '../../../console/kit/facts.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Fold } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import type { levelsOfConcern } from '../../contract.ts';
import { caseWords } from '../../words/index.ts';
import { type ArchiveLookedAt, type BroughtCase, broughtQuery } from './calls.ts';
import { archiveWords } from './words/index.ts';

/** What the proof of an archive shows, and whose word that is. */
export const Proof = ({ proof }: { proof: ArchiveLookedAt['proof'] }) => {
  const { t } = useWords(archiveWords);
  if (proof === null) return t('proof.none');
  if (!proof.isTrue) return t('proof.false');
  const { entries, verifierKey, notYetSigned } = proof;
  return (
    <>
      {t('proof.true', { entries, key: '' })} <code className="fingerprint">{verifierKey}</code>
      {notYetSigned > 0 && <> {t('proof.later', { count: notYetSigned })}</>}
    </>
  );
};

type Event = BroughtCase['story'][number];

const EventCard = ({ event: { at, by, texts } }: { event: Event }) => (
  <li className="card">
    <p className="hint">
      {at && <Moment at={at} />} {by}
    </p>
    {texts.map((text, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
      <Words key={index}>{text}</Words>
    ))}
  </li>
);

const Story = ({ brought }: { brought: BroughtCase }) => {
  const { t } = useWords(archiveWords);
  const kinds = Map.groupBy(brought.story, ({ kind }) => kind);
  return (
    <>
      <h3>{t('brought.story')}</h3>
      <p className="hint">{t('brought.story-hint')}</p>
      {[...kinds].map(([kind, events]) => (
        <Fold key={kind} title={`${t(`kind.${kind}`)} (${events.length})`}>
          <ul className="cards">
            {events.map((event, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
              <EventCard key={index} event={event} />
            ))}
          </ul>
        </Fold>
      ))}
    </>
  );
};

/** Whence a case came, what the proof shows, and all that was recorded of it there; nothing where it began here. */
export const Brought = ({ caseId }: { caseId: string }) => {
  const { t } = useWords(archiveWords);
  const words = useWords(caseWords);
  const read = useQuery(broughtQuery(caseId));
  if (read.error && refusalOf(read.error).kind === 'not-found') return <p>{t('brought.none')}</p>;
  return (
    <Reading of={read}>
      {(brought) => (
        <>
          <Facts
            rows={[
              [t('brought.from'), brought.from],
              [t('brought.number'), brought.number],
              [t('brought.made'), <Moment key="made" at={brought.madeAt} />],
              [t('brought.at'), <Moment key="at" at={brought.broughtAt} />],
              [t('brought.by'), brought.broughtBy],
              [t('brought.level'), words.t(`level.${brought.levelOfConcern as (typeof levelsOfConcern)[number]}`)],
              [t('brought.proof'), <Proof key="proof" proof={brought.proof} />],
              [
                t('brought.hash'),
                <code key="hash" className="fingerprint">
                  {brought.sha256}
                </code>,
              ],
            ]}
          />
          {brought.files.length > 0 && (
            <p>
              {t('brought.pictures')}:{' '}
              {brought.files.map(({ id }, index) => (
                <a
                  key={id}
                  href={apiAddress(`/cases/${caseId}/brought/pictures/${id}`)}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t('brought.picture', { number: index + 1 })}{' '}
                </a>
              ))}
            </p>
          )}
          <Story brought={brought} />
        </>
      )}
    </Reading>
  );
};
