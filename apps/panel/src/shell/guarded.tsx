import type { Scope } from '@balcao/contract';
import type { ReactNode } from 'react';
import { useCan } from '../session/index.ts';
import { NotAllowedPage } from './page-states.tsx';

/** What is behind it needs a scope; without it, the page that says so. The server decides all the same. */
export function Guarded({ scope, children }: { scope: Scope; children: ReactNode }) {
  return useCan()(scope) ? children : <NotAllowedPage />;
}
