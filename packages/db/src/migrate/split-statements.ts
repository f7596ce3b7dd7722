export interface SqlStatement {
  readonly text: string;
  /** Of the file, counted from 1: where its first word stands. */
  readonly line: number;
}

/** Comments, quoted texts and dollar-quoted bodies may hold semicolons that end nothing. */
const piece = /--[^\n]*|\/\*|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|\$([A-Za-z_][A-Za-z_0-9]*)?\$|;/g;

/** Cuts a migration into its statements, so that each can be named when it fails. */
export function splitStatements(text: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let start = 0;
  const add = (end: number) => {
    const raw = text.slice(start, end);
    const lead = leadingBlank(raw);
    if (raw.length > lead)
      statements.push({ text: raw.slice(lead).trimEnd(), line: text.slice(0, start + lead).split('\n').length });
    start = end + 1;
  };
  piece.lastIndex = 0;
  for (let found = piece.exec(text); found !== null; found = piece.exec(text)) {
    const token = found[0];
    if (token === ';') add(found.index);
    else if (token === '/*') piece.lastIndex = endOfComment(text, found.index);
    else if (token.startsWith('$')) piece.lastIndex = endOf(text, token, piece.lastIndex);
    else if (token.startsWith("'") && /[eE]$/.test(text.slice(0, found.index)))
      piece.lastIndex = endOfEscaped(text, found.index);
  }
  add(text.length);
  return statements;
}

/** Length of the blanks and comments before the first word. */
function leadingBlank(text: string): number {
  for (let at = 0; ; ) {
    const blank = /^(?:\s+|--[^\n]*)/.exec(text.slice(at))?.[0].length ?? 0;
    if (blank > 0) at += blank;
    else if (text.startsWith('/*', at)) at = endOfComment(text, at);
    else return at;
  }
}

/** PostgreSQL's block comments nest. */
function endOfComment(text: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}

function endOf(text: string, token: string, from: number): number {
  const end = text.indexOf(token, from);
  return end === -1 ? text.length : end + token.length;
}

/** E'…' has backslashes too. */
function endOfEscaped(text: string, from: number): number {
  const whole = /'(?:[^'\\]|''|\\[\s\S])*'/y;
  whole.lastIndex = from;
  return whole.test(text) ? whole.lastIndex : text.length;
}
