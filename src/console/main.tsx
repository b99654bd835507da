import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/fonts.css';
import './tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/lists.css';
import './styles/records.css';
import './styles/forms.css';
import './styles/week.css';
import './styles/library.css';
import './styles/over.css';
import '../platform/charts/bars.css';
import './styles/narrow.css';
import './styles/print.css';
import { AnnounceProvider } from './kit/announce.tsx';
import { DraftsProvider } from './kit/drafts.tsx';
import { NowProvider } from './kit/now.tsx';
import { Consoles } from './shell/consoles.tsx';

createRoot(document.querySelector('#console') as HTMLElement).render(
  <StrictMode>
    <NowProvider clock={Date.now}>
      <DraftsProvider drafts={new Map()}>
        <AnnounceProvider>
          <Consoles />
        </AnnounceProvider>
      </DraftsProvider>
    </NowProvider>
  </StrictMode>,
);
