/** A day and a clock as people of a place read them. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const digits = 'numeric' as const;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: digits,
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
    second: digits,
  });
  formats.set(timeZone, format);
  return format;
}

export function wallTimeOf(at: Date, timeZone: string): WallTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

const asUtc = ({ year, month, day, hour, minute, second }: WallTime): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

/** The instant at which a place's clock shows this. In the hour that a summer time skips: as much later as it skips. */
export function instantOf(wall: WallTime, timeZone: string): Date {
  const wanted = asUtc(wall);
  const offsetAt = (ms: number) => asUtc(wallTimeOf(new Date(ms), timeZone)) - Math.floor(ms / 1000) * 1000;
  const guess = wanted - offsetAt(wanted);
  const better = wanted - offsetAt(guess);
  // Around a change the two differ: the later one is there in either case.
  return new Date(offsetAt(better) === wanted - better ? better : Math.max(guess, better));
}
