import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/index.ts';
import { registerWorker } from './pwa/index.ts';
import { router } from './routes.tsx';
import { offerNewVersion } from './shell/index.ts';
import { preferredLanguage, startTexts } from './text/index.ts';
import { ThemeProvider } from './theme/index.ts';

const Notices = lazy(async () => ({ default: (await import('./notices/index.ts')).Notices }));

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');

await startTexts(preferredLanguage());
createRoot(place).render(
  <StrictMode>
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        <Suspense>
          <Notices />
        </Suspense>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </ThemeProvider>
  </StrictMode>,
);

void registerWorker({ onNewVersion: offerNewVersion, onOpen: (url) => void router.navigate({ href: url }) });
