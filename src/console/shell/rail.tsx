import { useQuery, useQueryClient } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { myDayQuery } from '../api/cases.ts';
import { sessionQuery, signOut } from '../api/community.ts';
import type { LiveState } from '../api/events.ts';
import { CommunityLink } from '../kit/community-link.tsx';
import { useSession } from '../kit/session.tsx';
import { useConsoleWords } from '../kit/speech.tsx';
import { placesFor } from './places.ts';

const useWaitingForMe = (): number => {
  const { data } = useQuery(myDayQuery);
  if (data === undefined) return 0;
  return data.reports.length + data.handovers.length + data.offers.length + data.actions.length;
};

const LiveMark = ({ live }: { live: LiveState }) => {
  const { t } = useConsoleWords();
  return (
    <p className={`live live-${live}`} role="status">
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        {live === 'live' ? <circle cx="5" cy="5" r="4" /> : <path d="M1 1h3v8H1zM6 1h3v8H6z" />}
      </svg>
      {t(`shell.live.${live}`)}
    </p>
  );
};

/** The community that the screens are about, and the way to the others that the person serves. */
const Communities = () => {
  const { t } = useConsoleWords();
  const { community, communities } = useSession();
  if (communities.length < 2) return <p className="rail-name">{community.name}</p>;
  return (
    <details className="rail-name">
      <summary>
        {community.name}
        <span className="unseen"> {t('shell.communities')}</span>
      </summary>
      <ul className="rail-elsewhere">
        {communities
          .filter(({ slug }) => slug !== community.slug)
          .map((each) => (
            <li key={each.slug}>
              <CommunityLink className="rail-elsewhere-link" community={each} to="/">
                {each.name}
              </CommunityLink>
            </li>
          ))}
      </ul>
    </details>
  );
};

/** The way to every part of the console that the person's roles lead to. */
export const Rail = ({ live, showKeys }: { live: LiveState; showKeys(): void }) => {
  const { t } = useConsoleWords();
  const client = useQueryClient();
  const { person, roles, demo, runsInstallation } = useSession();
  const waiting = useWaitingForMe();
  const leave = async () => {
    await signOut().catch(() => {});
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    client.removeQueries({ queryKey: sessionQuery.queryKey });
    window.location.assign('/console/');
  };
  return (
    <nav className="rail" aria-label={t('shell.rail')}>
      <Communities />
      <ul className="rail-places">
        {placesFor(roles).map((place) => (
          <li key={place.name}>
            <NavLink to={place.to} end={place.to === '/'}>
              {t(`shell.${place.name}`)}
              {place.name === 'my-day' && waiting > 0 && (
                <span className="count">
                  {waiting}
                  <span className="unseen"> {t('shell.waiting', { count: waiting })}</span>
                </span>
              )}
            </NavLink>
          </li>
        ))}
        {runsInstallation && (
          <li>
            <NavLink to="/installation">{t('shell.installation')}</NavLink>
          </li>
        )}
        {demo && (
          <li>
            <NavLink to="/mail">{t('shell.mail')}</NavLink>
          </li>
        )}
      </ul>
      <div className="rail-foot">
        <LiveMark live={live} />
        <NavLink to="/account">{person.name}</NavLink>
        <button type="button" className="link" onClick={showKeys}>
          {t('shell.keys')}
        </button>
        <button type="button" className="link" onClick={leave}>
          {t('shell.sign-out')}
        </button>
      </div>
    </nav>
  );
};
