import { Anchor, Button, Text } from '@mantine/core';
import { IconFile, IconMicrophone, IconPhoto, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useTexts } from '../../text/index.ts';
import { EmptyState, ErrorState, RowsSkeleton } from '../../ui/index.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import { useThread } from '../feed/use-thread.ts';
import { conversationTexts } from '../texts/texts.ts';
import classes from './details.module.css';

const isPicture = ({ media }: ThreadMessage) => media?.kind === 'image' || media?.kind === 'video';

/** What was sent in this talk that is no text, the newest first; a click shows where. */
export function MediaGallery({
  conversationId,
  onShow,
}: {
  conversationId: string;
  onShow: (messageId: string) => void;
}) {
  const t = useTexts(conversationTexts);
  const thread = useThread(conversationId, undefined);
  if (!thread.data) {
    return thread.error ? (
      <ErrorState error={thread.error} onRetry={thread.refetch} />
    ) : (
      <RowsSkeleton rows={3} height={80} avatar={false} />
    );
  }
  const all = thread.messages.filter((one) => one.media !== null && one.revokedAt === null).toReversed();
  const pictures = all.filter(isPicture);
  const files = all.filter((one) => !isPicture(one) && one.media?.kind !== 'sticker');
  const more = thread.hasNextPage && (
    <Button
      variant="default"
      size="xs"
      fullWidth
      loading={thread.isFetchingNextPage}
      onClick={() => void thread.fetchNextPage()}
    >
      {t('moreMedia')}
    </Button>
  );
  if (pictures.length + files.length === 0)
    return (
      <EmptyState icon={<IconPhoto size={26} stroke={1.6} />} title={t('mediaTab')} action={more || undefined}>
        {t('noMedia')}
      </EmptyState>
    );
  return (
    <div className={classes.part}>
      {pictures.length > 0 && <h2 className={classes.title}>{t('pictures')}</h2>}
      <div className={classes.pictures}>
        {pictures.map((one) => (
          <button
            key={one.id}
            type="button"
            className={classes.picture}
            aria-label={one.text ?? t('showInTalk')}
            onClick={() => onShow(one.id)}
          >
            {one.media?.kind === 'image' && one.media.url !== null ? (
              <img src={one.media.url} alt="" loading="lazy" />
            ) : (
              <IconPlayerPlayFilled size={20} aria-hidden />
            )}
          </button>
        ))}
      </div>
      {files.length > 0 && <h2 className={classes.title}>{t('documents')}</h2>}
      <ul className={classes.files}>
        {files.map((one) => (
          <li key={one.id} className={classes.file}>
            {one.media?.kind === 'audio' ? (
              <IconMicrophone size={18} stroke={1.7} />
            ) : (
              <IconFile size={18} stroke={1.7} />
            )}
            <Text size="sm" truncate flex={1}>
              {one.media?.fileName ?? one.text ?? t('documents')}
            </Text>
            <Anchor component="button" type="button" size="xs" onClick={() => onShow(one.id)}>
              {t('showInTalk')}
            </Anchor>
          </li>
        ))}
      </ul>
      {more}
    </div>
  );
}
