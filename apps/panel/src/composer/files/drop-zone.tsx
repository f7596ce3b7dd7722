import { Portal } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { composerTexts } from '../texts/texts.ts';
import classes from './files.module.css';

interface DropZoneProps {
  /** Undefined: files cannot be sent now, and the sign says so. */
  readonly onFiles: ((files: readonly File[]) => void) | undefined;
}

/** Anywhere on the page while the talk is open: missing the box by a finger would open the file in the tab and lose everything. */
export function DropZone({ onFiles }: DropZoneProps): ReactNode {
  const t = useTexts(composerTexts);
  const [over, setOver] = useState(false);
  const onDrop = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles?.(files);
  });
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const stay = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      onDrop(event);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: stay, drop } as const;
    for (const [name, listen] of Object.entries(listeners)) window.addEventListener(name, listen as EventListener); // drag events
    return () => {
      for (const [name, listen] of Object.entries(listeners)) window.removeEventListener(name, listen as EventListener); // drag events
    };
  }, []);
  if (!over) return null;
  return (
    <Portal>
      <div className={classes.drop}>
        <div className={classes.dropWords}>
          <IconPaperclip aria-hidden /> {t(onFiles ? 'dropHere' : 'dropNote')}
        </div>
      </div>
    </Portal>
  );
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
