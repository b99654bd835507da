import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { enterCommunity } from '../api/client.ts';
import { refusalOf } from '../api/refusal.ts';
import { EnterCommunityProvider } from '../kit/community-link.tsx';
import { openRouter } from '../router.tsx';
import { communityInAddress } from './community-in-address.ts';

const isPassing = (error: unknown): boolean => ['unreachable', 'unavailable'].includes(refusalOf(error).kind);

/** The console of one community: its own addresses, and nothing that was read in another. */
const openConsole = (community: string) => {
  enterCommunity(community);
  const client = new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: 10_000, retry: (count, error) => count < 2 && isPassing(error) },
      // What is pressed without a network fails and says so; it is not kept to be sent some time later.
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return { community, client, router: openRouter(community) };
};

/** One console at a time, of the community that the address names; what has been typed goes along from one to the next. */
export const Consoles = () => {
  const [open, setOpen] = useState(() => openConsole(communityInAddress(window.location.pathname)));
  const current = useRef(open);
  const show = useCallback((community: string) => {
    current.current.router.dispose();
    current.current = openConsole(community);
    setOpen(current.current);
  }, []);
  useEffect(() => {
    const follow = () => {
      const named = communityInAddress(window.location.pathname);
      if (named !== current.current.community) show(named);
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [show]);
  const enter = useCallback(
    (community: string, path: string) => {
      window.history.pushState(null, '', `/console/at/${community}${path}`);
      show(community);
    },
    [show],
  );
  return (
    <EnterCommunityProvider value={enter}>
      <QueryClientProvider client={open.client} key={open.community}>
        <RouterProvider router={open.router} />
      </QueryClientProvider>
    </EnterCommunityProvider>
  );
};
