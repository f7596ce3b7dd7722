import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { queryClient } from './api/index.ts';
import { router } from './routes.tsx';
import { useTexts } from './text/index.ts';
import { ThemeProvider } from './theme/index.ts';
import { uiTexts } from './ui/index.ts';

const Notices = lazy(async () => ({ default: (await import('./notices/index.ts')).Notices }));

export function App() {
  const t = useTexts(uiTexts);
  return (
    <ThemeProvider closeLabel={t('close')}>
      <QueryClientProvider client={queryClient}>
        <Suspense>
          <Notices />
        </Suspense>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
