import { type ComponentProps, createContext, type MouseEvent, useContext } from 'react';
import { Link } from 'react-router';
import type { Community } from '../api/client.ts';
import { useSession } from './session.tsx';

/** Leads to `path` of the console of another community, without losing what has been typed here. */
export type EnterCommunity = (slug: string, path: string) => void;

const EnterContext = createContext<EnterCommunity>((slug, path) =>
  window.location.assign(`/console/at/${slug}${path}`),
);
export const EnterCommunityProvider = EnterContext.Provider;

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link to a record that may lie in another community of the person's than the one they look at. */
export const CommunityLink = ({
  community,
  to,
  ...rest
}: { community: Community | undefined; to: string } & Omit<ComponentProps<'a'>, 'href' | 'onClick'>) => {
  const own = useSession().community.slug;
  const enter = useContext(EnterContext);
  if (community === undefined || community.slug === own) return <Link to={to} {...rest} />;
  const follow = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    enter(community.slug, to);
  };
  return <a href={`/console/at/${community.slug}${to}`} onClick={follow} {...rest} />;
};

/** The community that a row came from; nothing where the person serves only one. */
export const CommunityMark = ({ community }: { community: Community | undefined }) =>
  community && <span className="of-community">{community.name}</span>;
