interface Day {
  readonly day: string;
  readonly costMicros: number;
}

const DAY = 86_400_000;

/** Days of which nothing is kept cost nothing: thirty of them, up to the given one. */
export function everyDay(days: readonly Day[], last: string, count = 30): Day[] {
  const known = new Map(days.map((one) => [one.day, one.costMicros]));
  const end = Date.parse(`${last}T00:00:00Z`);
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(end - (count - 1 - at) * DAY).toISOString().slice(0, 10);
    return { day, costMicros: known.get(day) ?? 0 };
  });
}
