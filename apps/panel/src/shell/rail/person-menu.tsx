import { Menu, Skeleton, Tooltip } from '@mantine/core';
import { lazy, Suspense } from 'react';
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
  return (
    <Menu position="right-end" width={280}>
      <Menu.Target>
        <Tooltip label={me.name} position="right">
          <button
            type="button"
            className={classes.me}
            aria-label={`${t('account')}: ${me.name}`}
            onPointerEnter={() => void load()}
          >
            <PersonAvatar name={me.name} id={me.id} size={36} presence={state} />
          </button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Suspense fallback={<Skeleton height={320} />}>
          <Content />
        </Suspense>
      </Menu.Dropdown>
    </Menu>
  );
}
