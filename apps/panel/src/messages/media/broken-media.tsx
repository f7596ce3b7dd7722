import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { messageTexts } from '../texts/texts.ts';
import type { ShownMedia } from '../thread-message.ts';
import { type MediaUrl, openDownload } from './link/use-media-url.ts';
import classes from './media.module.css';

/** The file is here, but this browser cannot show it. */
export function BrokenMedia({ media, link }: { media: ShownMedia; link: MediaUrl }): ReactNode {
  const t = useTexts(messageTexts);
  return (
    <div className={classes.absent} data-kind={media.kind}>
      <span>{t('mediaBroken')}</span>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconDownload size={16} />}
        onClick={() => void openDownload(media, link)}
      >
        {t('download')}
      </Button>
    </div>
  );
}
