export interface SnoozeTime {
  readonly key: 'inAnHour' | 'thisAfternoon' | 'tonight' | 'tomorrow' | 'monday' | 'nextWeek';
  readonly until: Date;
}

const atHour = (day: Date, days: number, hour: number) =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, hour);

/** The times that people mean, where they are; those that are over or say the same twice are left out. */
export function snoozeTimes(now: Date): readonly SnoozeTime[] {
  const weekday = now.getDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const all: readonly SnoozeTime[] = [
    { key: 'inAnHour', until: new Date(now.getTime() + 3_600_000) },
    { key: 'thisAfternoon', until: atHour(now, 0, 14) },
    { key: 'tonight', until: atHour(now, 0, 18) },
    { key: 'tomorrow', until: atHour(now, 1, 9) },
    { key: 'monday', until: atHour(now, toMonday, 9) },
    { key: 'nextWeek', until: atHour(now, 7, 9) },
  ];
  const soonest = now.getTime() + 90 * 60_000;
  return all.filter(({ key, until }, at) => {
    if (key === 'inAnHour') return true;
    if (until.getTime() < soonest) return false;
    return all.findIndex((other) => other.until.getTime() === until.getTime()) === at;
  });
}
