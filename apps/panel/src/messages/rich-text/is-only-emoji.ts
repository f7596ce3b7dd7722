const onlyEmoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s){1,40}$/u;

/** A message of one to three emojis and nothing else is shown large. */
export function isOnlyEmoji(text: string): boolean {
  if (!onlyEmoji.test(text) || /^[\d\s#*]+$/.test(text)) return false;
  return [...new Intl.Segmenter().segment(text.replace(/\s/g, ''))].length <= 3;
}
