import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import './styles/fonts.css';
import './tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/lists.css';
import './styles/records.css';
import './styles/forms.css';
import './styles/week.css';
import './styles/over.css';
import './styles/narrow.css';
import './styles/print.css';
import { refusalOf } from './api/refusal.ts';
import { AnnounceProvider } from './kit/announce.tsx';
import { DraftsProvider } from './kit/drafts.tsx';
import { NowProvider } from './kit/now.tsx';
import { router } from './router.tsx';

const isPassing = (error: unknown): boolean => ['unreachable', 'unavailable'].includes(refusalOf(error).kind);

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => count < 2 && isPassing(error) },
    mutations: { retry: false },
  },
});

createRoot(document.querySelector('#console') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <NowProvider clock={Date.now}>
        <DraftsProvider drafts={new Map()}>
          <AnnounceProvider>
            <RouterProvider router={router} />
          </AnnounceProvider>
        </DraftsProvider>
      </NowProvider>
    </QueryClientProvider>
  </StrictMode>,
);
