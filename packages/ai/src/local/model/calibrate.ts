export interface Judged {
  /** What spoke for each class, before it was made a probability. */
  readonly scores: Float64Array;
  readonly label: number;
}

/** The sum of what the right answers lacked, for a temperature. */
function surprise(judged: readonly Judged[], temperature: number): number {
  let total = 0;
  for (const { scores, label } of judged) {
    let most = Number.NEGATIVE_INFINITY;
    for (const value of scores) if (value > most) most = value;
    let sum = 0;
    for (const value of scores) sum += Math.exp((value - most) / temperature);
    total += Math.log(sum) - ((scores[label] ?? 0) - most) / temperature;
  }
  return total;
}

/** The temperature at which confidence means what it says, on sentences that the model had not seen (golden section). */
export function calibrate(judged: readonly Judged[]): number {
  if (judged.length === 0) return 1;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.05), Math.log(10)];
  for (let n = 0; n < 24; n++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (surprise(judged, Math.exp(a)) < surprise(judged, Math.exp(b))) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}
