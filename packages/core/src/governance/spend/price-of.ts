import type { Vendor } from '@balcao/ai/port';
import shipped from './prices.json' with { type: 'json' };

/** Millionths of a dollar for a million tokens. */
export interface Price {
  readonly model: string;
  readonly from: string;
  readonly inputMicros: number;
  readonly outputMicros: number;
  /** Where it was read; of a company's own, what they wrote. */
  readonly source: string;
  readonly checked: string | null;
  readonly by: 'company' | 'program' | 'guess';
}

const micros = (dollars: number): number => Math.round(dollars * 1_000_000);

export const shippedPrices: readonly Price[] = shipped.prices.map(
  ({ model, from, input, output, source, checked }) => ({
    model,
    from,
    inputMicros: micros(input),
    outputMicros: micros(output),
    source,
    checked,
    by: 'program',
  }),
);

/** What a model costs on a day: the company's own price, else the one that comes with the program, else a dear guess. On one's own machine: nothing. */
export function priceOf(
  own: readonly Price[],
  { model, vendor }: { readonly model: string; readonly vendor: Vendor },
  day: string,
): Price {
  const name = model.toLowerCase().replace(/^models\//, '');
  const found = bestOf(own, name, day);
  if (found !== undefined) return found;
  if (vendor === 'ollama')
    return { model: name, from: day, inputMicros: 0, outputMicros: 0, source: '', checked: null, by: 'program' };
  return (
    bestOf(shippedPrices, name, day) ?? {
      model: name,
      from: day,
      inputMicros: micros(shipped.fallback.input),
      outputMicros: micros(shipped.fallback.output),
      source: shipped.fallback.why,
      checked: null,
      by: 'guess',
    }
  );
}

/** The longest name that fits, and of its prices the newest that holds already. */
function bestOf(prices: readonly Price[], name: string, day: string): Price | undefined {
  let best: Price | undefined;
  for (const price of prices) {
    if (price.from > day || !fits(name, price.model.toLowerCase())) continue;
    const longer = price.model.length - (best?.model.length ?? -1);
    if (longer > 0 || (longer === 0 && price.from > (best?.from ?? ''))) best = price;
  }
  return best;
}

/** `gpt-4o-mini-2024-07-18` is `gpt-4o-mini`, and `gpt-5-pro` is no `gpt-5`. */
function fits(name: string, known: string): boolean {
  if (!name.startsWith(known)) return false;
  const rest = name.slice(known.length);
  return rest === '' || /^[-@:](?:latest|preview|exp|\d)[\w.-]*$/.test(rest);
}

export interface Usage {
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** Rounded up: a million answers of half a millionth are not free. */
export const costOf = (price: Pick<Price, 'inputMicros' | 'outputMicros'>, { tokensIn, tokensOut }: Usage): number =>
  Math.ceil((tokensIn * price.inputMicros + tokensOut * price.outputMicros) / 1_000_000);
