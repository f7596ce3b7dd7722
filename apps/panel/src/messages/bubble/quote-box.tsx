import type { ReactNode } from 'react';
import { useTexts } from '../../text/index.ts';
import { KindPreview } from '../preview/kind-preview.tsx';
import { messageTexts } from '../texts/texts.ts';
import type { ThreadMessage } from '../thread-message.ts';
import { authorWord } from './author-line.tsx';
import classes from './bubble.module.css';

interface QuoteBoxProps {
  readonly quote: NonNullable<ThreadMessage['quote']>;
  /** The name of the member who wrote what is quoted. */
  readonly nameOf?: ((memberId: string) => string | null) | undefined;
  readonly onJump?: ((messageId: string) => void) | undefined;
}

/** What a message answers; a click goes there. */
export function QuoteBox({ quote, nameOf, onJump }: QuoteBoxProps): ReactNode {
  const t = useTexts(messageTexts);
  const { messageId, origin, authorId } = quote;
  const author =
    origin === null ? null : authorWord({ origin }, authorId === null ? null : (nameOf?.(authorId) ?? null), t);
  const inside = (
    <>
      {author === null ? null : <strong>{author}</strong>}
      {messageId === null && quote.text === null ? (
        <em>{t('quotedGone')}</em>
      ) : (
        <KindPreview kind={quote.kind} text={quote.text} />
      )}
    </>
  );
  if (messageId === null || onJump === undefined) {
    return (
      <div className={classes.quote} data-direction={quote.direction ?? undefined}>
        {inside}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={classes.quote}
      data-direction={quote.direction ?? undefined}
      title={t('goToQuoted')}
      onClick={() => onJump(messageId)}
    >
      {inside}
    </button>
  );
}
