import { lazy, Suspense, useEffect } from 'react';
import { useStore } from '../../api/index.ts';
import { overlay } from './open-state.ts';

const loadPalette = async () => ({ default: (await import('./palette.tsx')).Palette });
const Palette = lazy(loadPalette);
const Help = lazy(() => import('./help.tsx').then((module) => ({ default: module.Help })));

export function Overlays() {
  const open = useStore(overlay);
  // At hand before it is called for: what is typed right after Ctrl-K must find its box.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 2_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Suspense>
      {open === 'palette' && <Palette />}
      {open === 'help' && <Help />}
    </Suspense>
  );
}
