import type { OpenedCase } from '../../../console/api/cases.ts';
import { Facts } from '../../../console/kit/facts.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { Fold, Part } from '../../../console/kit/page.tsx';
import { useSession } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { caseWords } from '../../words/index.ts';
import type { ConcernRound } from '../calls.ts';
import { OpenedPage } from '../opened-page.tsx';
import { AgreementForm, RatingForm } from './rating-form.tsx';
import { ConcernHistory, Ratings } from './ratings.tsx';
import { AskForm, Triggers } from './triggers.tsx';
import { concernWords } from './words/index.ts';

const mayWrite: readonly OpenedCase['myPart'][] = ['lead', 'deputy', 'member'];

/** The round that is open: one's own rating first, then both side by side and what is agreed. */
const OpenRound = ({ opened, round }: { opened: OpenedCase; round: ConcernRound }) => {
  const { t } = useWords(concernWords);
  const { person } = useSession();
  const isRater = round.ratings.some(({ rater }) => rater.id === person.id);
  return (
    <Part title={t(`why.${round.reason ?? round.why}`)}>
      {round.raisedBy && <Notice tone="bad" title={t('rate.raised', { name: round.raisedBy.name })} />}
      {round.ratings.length === 2 ? (
        <>
          <Ratings round={round} />
          <AgreementForm opened={opened} ratings={round.ratings} />
        </>
      ) : isRater ? (
        <>
          <Ratings round={round} />
          <Notice>
            <p>{t('rate.waiting')}</p>
          </Notice>
        </>
      ) : (
        <>
          {round.ratings.map(({ rater }) => (
            <p key={rater.id}>{t('rate.gave', { name: rater.name })}</p>
          ))}
          <RatingForm opened={opened} />
        </>
      )}
    </Part>
  );
};

const ConcernView = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(concernWords);
  const words = useWords(caseWords);
  const writes = opened.state === 'open' && mayWrite.includes(opened.myPart);
  const open = opened.concern.rounds.find(({ agreed }) => agreed === null);
  const isUnrated = opened.concern.rounds.length === 0;
  return (
    <>
      <Facts rows={[[t('concern.now'), <strong key="level">{words.t(`level.${opened.levelOfConcern}`)}</strong>]]} />
      <p>{t('concern.about')}</p>
      {writes && open && <OpenRound opened={opened} round={open} />}
      {writes && isUnrated && (
        <Part title={t('rate.title')}>
          <RatingForm opened={opened} />
        </Part>
      )}
      {writes && !open && !isUnrated && (
        <Fold title={t('ask.title')}>
          <AskForm opened={opened} />
        </Fold>
      )}
      <Part title={t('history.title')}>
        <ConcernHistory opened={opened} />
      </Part>
      <Part title={t('trigger.title')}>
        <Triggers opened={opened} mayWrite={writes} />
      </Part>
    </>
  );
};

/** The level of concern of a case: what two people found, what they agreed on, and when it is asked again. */
export const ConcernPage = () => {
  const { t } = useWords(concernWords);
  return <OpenedPage title={() => t('concern.title')}>{(opened) => <ConcernView opened={opened} />}</OpenedPage>;
};
