import type { OpenedCase } from '../../../console/api/cases.ts';
import { Event, Facts, Story, Words } from '../../../console/kit/facts.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Empty, Fold } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import type { ConcernRound, Rating } from '../calls.ts';
import { concernWords } from './words/index.ts';

const OneRating = ({ rating }: { rating: Rating }) => {
  const { t } = useWords(concernWords);
  return (
    <section className="card">
      <h3>{rating.rater.name}</h3>
      <Facts
        rows={[
          rating.level !== null && [t('rate.level'), <strong key="level">{t(`level.${rating.level}`)}</strong>],
          rating.confidence !== null && [t('rate.confidence'), t(`confidence.${rating.confidence}`)],
          rating.reasonsFor !== null && [t('rate.for'), <Words key="for">{rating.reasonsFor}</Words>],
          rating.reasonsAgainst !== null && [t('rate.against'), <Words key="against">{rating.reasonsAgainst}</Words>],
          rating.unknowns !== null && [t('rate.unknowns'), <Words key="unknowns">{rating.unknowns}</Words>],
        ]}
      />
    </section>
  );
};

/** What the raters of one round found, side by side. */
export const Ratings = ({ round }: { round: ConcernRound }) => (
  <div className="side-by-side">
    {round.ratings.map((rating) => (
      <OneRating key={rating.rater.id} rating={rating} />
    ))}
  </div>
);

/** Every level that was agreed on, the latest first, with what each rater had found. */
export const ConcernHistory = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(concernWords);
  const past = opened.concern.rounds.filter(({ agreed }) => agreed !== null);
  if (past.length === 0) return <Empty>{t('history.none')}</Empty>;
  return (
    <Story>
      {past.map(
        (round) =>
          round.agreed && (
            <Event
              key={round.id}
              when={
                <>
                  <Moment at={round.agreed.at} /> · {round.agreed.by.name} · {t(`why.${round.reason ?? round.why}`)}
                </>
              }
            >
              <p>
                <strong>{t(`level.${round.agreed.level}`)}</strong> · {t(`confidence.${round.agreed.confidence}`)}
              </p>
              <Words>{round.agreed.words}</Words>
              <Fold title={t('history.two')}>
                <Ratings round={round} />
              </Fold>
            </Event>
          ),
      )}
    </Story>
  );
};
