import { IconMessage, IconNote } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../text/index.ts';
import classes from './composer.module.css';
import { composerTexts } from './texts/texts.ts';

type Mode = 'message' | 'note';

/** To the customer, or only to the team. */
export function ModeTabs({ mode, onMode }: { mode: Mode; onMode(mode: Mode): void }): ReactNode {
  const t = useTexts(composerTexts);
  const tab = (one: Mode, sign: ReactNode) => (
    <button
      type="button"
      role="radio"
      aria-checked={mode === one}
      tabIndex={mode === one ? 0 : -1}
      data-mode={one}
      onClick={() => onMode(one)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        onMode(one === 'message' ? 'note' : 'message');
      }}
    >
      {sign} {t(one)}
    </button>
  );
  return (
    <div className={classes.modes} role="radiogroup" aria-label={t('composer')}>
      {tab('message', <IconMessage size={15} aria-hidden />)}
      {tab('note', <IconNote size={15} aria-hidden />)}
    </div>
  );
}
