import { lazy, Suspense } from 'react';
import { useStore } from '../../api/index.ts';
import { overlay } from './open-state.ts';

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })));
const Help = lazy(() => import('./help.tsx').then((module) => ({ default: module.Help })));

export function Overlays() {
  const open = useStore(overlay);
  return (
    <Suspense>
      {open === 'palette' && <Palette />}
      {open === 'help' && <Help />}
    </Suspense>
  );
}
