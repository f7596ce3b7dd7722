export interface WindowState {
  readonly kind: 'open' | 'closing' | 'closed' | 'never';
  /** Whole minutes left, rounded up while it is open. */
  readonly minutes: number;
}

/** Under two hours it asks for a look. */
const CLOSING_MINUTES = 120;

/** The 24 hours in which the company may write freely, seen from now. `never`: the customer has not written yet. */
export function windowState(until: string | null, now: number): WindowState {
  if (until === null) return { kind: 'never', minutes: 0 };
  const minutes = Math.ceil((Date.parse(until) - now) / 60_000);
  if (minutes <= 0) return { kind: 'closed', minutes: 0 };
  return { kind: minutes <= CLOSING_MINUTES ? 'closing' : 'open', minutes };
}

/** 23 h, 1 h 05, 12 min: hours alone are enough while there are many. */
export function timeLeft(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return hours >= 3 || rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}
