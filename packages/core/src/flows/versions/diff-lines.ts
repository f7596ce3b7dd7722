export interface LineChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Line numbers in the two texts; null where the line is not in it. */
  readonly before: number | null;
  readonly after: number | null;
}

const MOST_STEPS = 2_000;

/** The shortest way from one text to another, by lines (Myers). Texts that share too little come out as all removed, all added. */
export function diffLines(before: string, after: string): LineChange[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const changes: LineChange[] = [];
  const same = (x: number, y: number) => changes.push({ kind: 'same', text: a[x] ?? '', before: x + 1, after: y + 1 });
  for (let n = 0; n < head; n++) same(n, n);
  for (const change of middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)))
    changes.push({
      ...change,
      before: change.before === null ? null : change.before + head,
      after: change.after === null ? null : change.after + head,
    });
  for (let n = tail; n > 0; n--) same(a.length - n, b.length - n);
  return changes;
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));

function middle(a: readonly string[], b: readonly string[]): LineChange[] {
  const trace = walk(a, b);
  return trace === undefined ? [...allOf('removed', a), ...allOf('added', b)] : backtrack(a, b, trace);
}

const allOf = (kind: 'removed' | 'added', lines: readonly string[]): LineChange[] =>
  lines.map((text, n) => ({
    kind,
    text,
    before: kind === 'removed' ? n + 1 : null,
    after: kind === 'added' ? n + 1 : null,
  }));

/** The furthest points for each number of edits; undefined when there are too many. */
function walk(a: readonly string[], b: readonly string[]): Map<number, number>[] | undefined {
  let furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(a.length + b.length, MOST_STEPS); d++) {
    trace.push(furthest);
    const next = new Map(furthest);
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(furthest, k, d) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace;
    }
    furthest = next;
  }
  return undefined;
}

const goesDown = (furthest: ReadonlyMap<number, number>, k: number, d: number): boolean =>
  k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));

function backtrack(a: readonly string[], b: readonly string[], trace: readonly Map<number, number>[]): LineChange[] {
  const changes: LineChange[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d--) {
    const furthest = trace[d] as Map<number, number>; // d counts down its length
    const k = x - y;
    const down = goesDown(furthest, k, d);
    const startX = furthest.get(down ? k + 1 : k - 1) ?? 0;
    const startY = startX - (down ? k + 1 : k - 1);
    while (x > startX && y > startY && x > 0 && y > 0) {
      changes.push({ kind: 'same', text: a[x - 1] ?? '', before: x, after: y });
      x--;
      y--;
    }
    if (d === 0) break;
    if (down) changes.push({ kind: 'added', text: b[y - 1] ?? '', before: null, after: y });
    else changes.push({ kind: 'removed', text: a[x - 1] ?? '', before: x, after: null });
    [x, y] = [startX, startY];
  }
  return changes.reverse();
}
