import type { ConfigFault } from './config-fault.ts';
import { Secret } from './secrets.ts';
import type { VariableName } from './variables.ts';

export type Values = Readonly<Partial<Record<VariableName, string>>>;

/** Asks the raw values for something of a type, and collects every fault instead of stopping at the first. Values are never quoted: they may be secrets. */
export class Questions {
  readonly faults: ConfigFault[] = [];
  readonly warnings: ConfigFault[] = [];
  readonly #values: Values;
  constructor(values: Values) {
    this.#values = values;
  }

  fault(name: string, sentence: string): undefined {
    this.faults.push({ name, sentence });
  }
  warn(name: string, sentence: string): void {
    this.warnings.push({ name, sentence });
  }
  text(name: VariableName): string | undefined {
    return this.#values[name];
  }
  secret(name: VariableName): Secret | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : new Secret(text);
  }

  integer(name: VariableName, fallback: number, min: number, max: number): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const number = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return number;
    this.fault(name, `must be a whole number from ${min} to ${max}; leave it out for ${fallback}.`);
    return fallback;
  }

  choice<T extends string>(name: VariableName, choices: readonly T[], fallback: T): T {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined) return fallback;
    const chosen = choices.find((choice) => choice === text);
    if (chosen !== undefined) return chosen;
    this.fault(name, `must be one of ${choices.join(', ')}; leave it out for ${fallback}.`);
    return fallback;
  }

  /** undefined when it was not given. */
  flag(name: VariableName): boolean | undefined {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined) return undefined;
    if (['on', 'true', 'yes', '1'].includes(text)) return true;
    if (['off', 'false', 'no', '0', 'none'].includes(text)) return false;
    return this.fault(name, 'must be on or off.');
  }

  /** Without a slash at its end. */
  url(name: VariableName, protocols: readonly string[], example: string): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const parsed = URL.canParse(text) ? new URL(text) : undefined;
    if (parsed !== undefined && protocols.includes(parsed.protocol)) return text.replace(/\/+$/, '');
    return this.fault(
      name,
      `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}, such as ${example}`,
    );
  }

  list(name: VariableName): string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }
}
