/** A piece of an article as it is found and shown to a model. */
export interface Piece {
  /** The headings above it, with › between. */
  readonly heading: string;
  readonly text: string;
}

const LONGEST = 1_200;
/** What the next piece repeats of the one before: a sentence that hangs over the cut is whole in one of the two. */
const OVERLAP = 180;
const HEADING = /^(#{1,6})\s+(\S.*)$/;

/** Cuts a text of Markdown by its headings, and what is long below one of them by paragraphs and sentences. */
export function cutText(body: string): Piece[] {
  const pieces: Piece[] = [];
  const path: string[] = [];
  let lines: string[] = [];
  const flush = () => {
    const heading = path.filter((part) => part !== undefined).join(' › ');
    for (const text of cutLong(lines.join('\n').trim())) pieces.push({ heading, text });
    lines = [];
  };
  let fenced = false;
  for (const line of body.split(/\r?\n/)) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    const found = fenced ? null : HEADING.exec(line);
    if (found === null) {
      lines.push(line);
      continue;
    }
    flush();
    const depth = found[1]?.length ?? 1;
    path.length = Math.min(path.length, depth - 1);
    path[depth - 1] = (found[2] ?? '')
      .replace(/\s#+\s*$/, '')
      .trim()
      .slice(0, 200);
  }
  flush();
  return pieces;
}

function cutLong(text: string): string[] {
  if (text === '') return [];
  if (text.length <= LONGEST) return [text];
  const found: string[] = [];
  let piece = '';
  for (const part of partsOf(text)) {
    if (piece !== '' && piece.length + part.length > LONGEST) {
      found.push(piece.trim());
      piece = tailOf(piece);
    }
    piece += part;
  }
  if (piece.trim() !== '') found.push(piece.trim());
  return found;
}

/** Paragraphs; of long ones the sentences, of long sentences as much as fits. Together they are the text. */
function partsOf(text: string): string[] {
  const room = LONGEST - OVERLAP;
  return text.split(/(?<=\n\s*\n)/).flatMap((paragraph) => {
    if (paragraph.length <= room) return [paragraph];
    return paragraph.split(/(?<=[.!?…]\s)|(?<=\n)/).flatMap((sentence) => {
      if (sentence.length <= room) return [sentence];
      return sentence.match(new RegExp(`.{1,${room}}(?:\\s|$)|.{1,${room}}`, 'gsu')) ?? [];
    });
  });
}

/** The last sentences of a piece that fit into the overlap. */
function tailOf(piece: string): string {
  const tail = piece.slice(-OVERLAP);
  const start = /(?<=[.!?…\n]\s*)\S/.exec(tail);
  return start === null || start.index === 0 ? '' : tail.slice(start.index);
}
