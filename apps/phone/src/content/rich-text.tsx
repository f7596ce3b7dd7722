import { Fragment, type ReactNode } from 'react';

// A mark holds to its words, as in a messenger: "2 * 3 * 4" and "nome_de_arquivo" stay as they are.
const marks =
  /(```[\s\S]+?```|`[^`\n]+`|(?<!\w)\*[^\s*](?:[^*\n]*[^\s*])?\*(?!\w)|(?<!\w)_[^\s_](?:[^_\n]*[^\s_])?_(?!\w)|(?<!\w)~[^\s~](?:[^~\n]*[^\s~])?~(?!\w)|https?:\/\/[^\s<]+[^\s<.,;:!?)\]}'"])/g;

function mark(part: string): ReactNode {
  const inner = part.slice(1, -1);
  if (part.startsWith('```') && part.length > 6) return <code className="block">{part.slice(3, -3)}</code>;
  if (/^https?:/.test(part)) {
    return (
      <a href={part} target="_blank" rel="noreferrer noopener">
        {part}
      </a>
    );
  }
  switch (part[0]) {
    case '`':
      return <code>{inner}</code>;
    case '*':
      return <strong>{inner}</strong>;
    case '_':
      return <em>{inner}</em>;
    default:
      return <s>{inner}</s>;
  }
}

/** A messenger's little markup: *bold*, _italic_, ~struck~, `code`, and links. Never HTML. */
export function RichText({ text }: { text: string }): ReactNode {
  const parts = text.split(marks);
  // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other key
  return parts.map((part, at) => <Fragment key={at}>{at % 2 === 1 ? mark(part) : part}</Fragment>);
}

const onlyEmoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s){1,14}$/u;

/** A message of one to three emojis and nothing else is shown large. */
export function isLarge(text: string): boolean {
  if (!onlyEmoji.test(text) || /^[\d\s#*]+$/.test(text)) return false;
  return [...new Intl.Segmenter().segment(text.replace(/\s/g, ''))].length <= 3;
}
