import { Popover, Skeleton, Tooltip, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useStore } from '../../api/index.ts';
import { useMe } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { PersonAvatar } from '../../ui/index.ts';
import { shellTexts } from '../texts/texts.ts';
import { availability } from './availability.ts';
import classes from './rail.module.css';

const load = async () => ({ default: (await import('./person-menu-content.tsx')).PersonMenuContent });
const Content = lazy(load);

/** Me: am I here, how it looks, in which language, my account, and out. */
export function PersonMenu() {
  const t = useTexts(shellTexts);
  const me = useMe();
  const state = useStore(availability);
  const [opened, setOpened] = useState(false);
  return (
    <Popover position="right-end" width={280} trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Tooltip label={me.name} position="right" disabled={opened}>
        <Popover.Target>
          <button
            type="button"
            className={classes.me}
            onPointerEnter={() => void load()}
            onClick={() => setOpened(!opened)}
          >
            <span aria-hidden>
              <PersonAvatar name={me.name} id={me.id} size={36} presence={state} />
            </span>
            <VisuallyHidden>{`${t('account')}: ${me.name}`}</VisuallyHidden>
          </button>
        </Popover.Target>
      </Tooltip>
      <Popover.Dropdown p={8} aria-label={t('account')}>
        <Suspense fallback={<Skeleton height={320} />}>
          <Content onDone={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
