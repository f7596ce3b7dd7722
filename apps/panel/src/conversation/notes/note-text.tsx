import { useTexts } from '../../text/index.ts';
import type { TicketEvent } from '../feed/put-ticket-event.ts';
import { conversationTexts } from '../texts/texts.ts';
import classes from './notes.module.css';

type Note = NonNullable<TicketEvent['note']>;

/** Cut where somebody is called: names are looked for as they were written, the longest first. */
export function splitMentions(text: string, names: readonly string[]): readonly { text: string; called: boolean }[] {
  const wanted = names.map((name) => `@${name}`).sort((a, b) => b.length - a.length);
  const parts: { text: string; called: boolean }[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const found = wanted.find((name) => text.startsWith(name, at));
    if (found === undefined) {
      plain += text[at];
      at++;
      continue;
    }
    if (plain !== '') parts.push({ text: plain, called: false });
    plain = '';
    parts.push({ text: found, called: true });
    at += found.length;
  }
  return plain === '' ? parts : [...parts, { text: plain, called: false }];
}

export function NoteText({ note }: { note: Note | null }) {
  const t = useTexts(conversationTexts);
  if (note === null || note.text === null) return <p className={classes.gone}>{t('noteDeleted')}</p>;
  const names = note.mentions.map((one) => one.name);
  return (
    <p className={classes.text}>
      {splitMentions(note.text, names).map((part, at) =>
        part.called ? (
          // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other key
          <mark key={at} className={classes.called}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
