import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { registerWorker } from './pwa/index.ts';
import { router } from './routes.tsx';
import { offerNewVersion } from './shell/index.ts';
import { preferredLanguage, startTexts } from './text/index.ts';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');

await startTexts(preferredLanguage());
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

void registerWorker({ onNewVersion: offerNewVersion, onOpen: (url) => void router.navigate({ href: url }) });
