import { inspect } from 'node:util';

/** A value that must never be printed. Only `reveal()` gives it back, so every use can be found with one grep. */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  reveal(): string {
    return this.#value;
  }
  toString(): string {
    return '[secret]';
  }
  toJSON(): string {
    return '[secret]';
  }
  [inspect.custom](): string {
    return '[secret]';
  }
}

/** One key of the ring that seals what the database keeps. */
export interface SecretKey {
  readonly id: string;
  /** 32 bytes, base64. */
  readonly key: Secret;
}
