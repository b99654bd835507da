import { Link } from 'react-router';
import { useHasRole } from '../../console/kit/session.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { groupWords } from './groups/words/index.ts';
import { loadWords } from './load/words/index.ts';
import { meetingWords } from './meetings/words/index.ts';
import { reviewWords } from './reviews/words/index.ts';
import { stageWords } from './stages/words/index.ts';
import { teamWords } from './team/words/index.ts';

/** The pages about all cases together: for everybody the week, the team and absence, for a coordinator load and standards. */
export const FurtherPages = () => {
  const stages = useWords(stageWords);
  const reviews = useWords(reviewWords);
  const load = useWords(loadWords);
  const meetings = useWords(meetingWords);
  const team = useWords(teamWords);
  const groups = useWords(groupWords);
  const coordinates = useHasRole('coordinator');
  return (
    <ul className="tally">
      <li>
        <Link to="/week">{reviews.t('week.title')}</Link>
      </li>
      <li>
        <Link to="/meetings">{meetings.t('meetings.title')}</Link>
      </li>
      <li>
        <Link to="/standing-team">{team.t('standing.title')}</Link>
      </li>
      <li>
        <Link to="/away">{load.t('away.title')}</Link>
      </li>
      <li>
        <Link to="/groups">{groups.t('groups.title')}</Link>
      </li>
      {coordinates && (
        <>
          <li>
            <Link to="/load">{load.t('load.title')}</Link>
          </li>
          <li>
            <Link to="/case-standards">{stages.t('standards.title')}</Link>
          </li>
        </>
      )}
    </ul>
  );
};
