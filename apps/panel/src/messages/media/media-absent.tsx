import { Anchor, Loader } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { messageTexts } from '../texts/texts.ts';
import type { ShownMedia } from '../thread-message.ts';
import type { MediaUrl } from './link/use-media-url.ts';
import classes from './media.module.css';

/** In the place of a file that is not here: why, and what can be done. */
export function MediaAbsent({ media, link }: { media: ShownMedia; link: MediaUrl }): ReactNode {
  const t = useTexts(messageTexts);
  if (link.state === 'fetching') {
    return (
      <div className={classes.absent} data-kind={media.kind} role="status">
        <Loader size="sm" />
        <span>{media.problem ?? t('fetching')}</span>
      </div>
    );
  }
  const why = media.problem ?? t(link.state === 'expired' ? 'mediaExpired' : 'mediaFailed');
  return (
    <div className={classes.absent} data-kind={media.kind}>
      <IconCloudOff size={22} aria-hidden />
      <span>{why}</span>
      {link.state === 'failed' ? (
        <Anchor component="button" type="button" size="sm" disabled={link.asking} onClick={() => void link.ask()}>
          {t('checkAgain')}
        </Anchor>
      ) : null}
    </div>
  );
}
