import { type Fact, factsIn } from './facts-in.ts';

export interface Evidence {
  /** What the company published. */
  readonly passages: readonly string[];
  /** What its systems answered, as JSON or words. */
  readonly results: readonly string[];
  /** What the customer said: a plain number of theirs may be said back, a price or a date not. */
  readonly said: readonly string[];
}

/** Those facts of an answer that stand in no source: what fails is not sent. */
export function unfoundedFacts(answer: string, { passages, results, said }: Evidence): Fact[] {
  const published = passages.flatMap(factsIn);
  const answered = results.flatMap(factsIn);
  const echoed = said.flatMap(factsIn).filter((one) => one.kind === 'number' || one.kind === 'phone');
  const known = new Set([...published, ...answered].map(keyOf));
  const anyNumber = new Set(answered.filter(isAmount).map((one) => one.value));
  const plain = new Set([...published, ...answered, ...echoed].flatMap(numbersOf));
  const digits = [...passages, ...results, ...said].map((text) => text.replace(/\D/g, '')).join(' ');
  return factsIn(answer).filter((one) => {
    if (known.has(keyOf(one)) || reachedBy(one, published, answered)) return false;
    // A system answers 49.9, a person is told R$ 49,90.
    if (isAmount(one) && anyNumber.has(one.value)) return false;
    if (one.kind === 'number') return !plain.has(one.value);
    if (one.kind === 'phone') return !digits.includes(one.value);
    return true;
  });
}

const keyOf = ({ kind, value }: Fact) => `${kind} ${value}`;
const isAmount = ({ kind }: Fact) => kind === 'money' || kind === 'percent' || kind === 'number';

/** A bare number may be said of whatever holds it: "24h" is a time to one and a number of hours to another. */
function numbersOf({ kind, value }: Fact): string[] {
  if (kind === 'time') return [String(Number(value.slice(0, 2)))];
  if (kind === 'date') return [String(Number(value.slice(0, 2))), ...(value.length > 5 ? [value.slice(6)] : [])];
  return kind === 'link' ? [] : [value];
}

/** The same day with or without its year; a time that the source gives as a number of hours; a page of a site that is named. */
function reachedBy({ kind, value }: Fact, published: readonly Fact[], answered: readonly Fact[]): boolean {
  const all = [...published, ...answered];
  if (kind === 'date') return all.some((one) => one.kind === 'date' && sameDay(one.value, value));
  if (kind === 'time' && value.endsWith(':00'))
    return all.some((one) => one.kind === 'number' && one.value === String(Number(value.slice(0, 2))));
  if (kind === 'link') return all.some((one) => one.kind === 'link' && one.value === value);
  return false;
}

const sameDay = (one: string, other: string): boolean =>
  one.slice(0, 5) === other.slice(0, 5) && (one.length === 5 || other.length === 5 || one === other);
