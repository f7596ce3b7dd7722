import type { Clock, Log } from '@balcao/kernel';
import { Client, type ClientConfig, escapeIdentifier } from 'pg';

type Hear = (payload: string) => void;

/** One connection that listens to every channel asked for, and comes back by itself. */
export class Listener {
  readonly #config: ClientConfig;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #channels = new Map<string, Set<Hear>>();
  #client: Client | undefined;
  #connecting: Promise<void> | undefined;
  #closed = new AbortController();

  constructor(config: ClientConfig, clock: Clock, log: Log) {
    this.#config = config;
    this.#clock = clock;
    this.#log = log;
  }

  async listen(channel: string, hear: Hear): Promise<() => Promise<void>> {
    const known = this.#channels.get(channel);
    const hearers = known ?? new Set<Hear>();
    hearers.add(hear);
    this.#channels.set(channel, hearers);
    if (this.#client === undefined) await this.#connect();
    else if (known === undefined) await this.#client.query(`listen ${escapeIdentifier(channel)}`);
    return async () => {
      hearers.delete(hear);
      if (hearers.size > 0 || this.#channels.get(channel) !== hearers) return;
      this.#channels.delete(channel);
      await this.#client?.query(`unlisten ${escapeIdentifier(channel)}`).catch(() => undefined); // a lost connection listens to nothing
    };
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#connecting?.catch(() => undefined);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  #connect(): Promise<void> {
    this.#connecting ??= this.#open().finally(() => {
      this.#connecting = undefined;
    });
    return this.#connecting;
  }

  async #open(): Promise<void> {
    const client = new Client(this.#config);
    client.on('error', () => undefined); // 'end' follows
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''));
    await client.connect();
    for (const channel of this.#channels.keys()) await client.query(`listen ${escapeIdentifier(channel)}`);
    if (this.#closed.signal.aborted) return client.end();
    this.#client = client;
    client.once('end', () => this.#lost(client));
  }

  #lost(client: Client): void {
    if (this.#client !== client || this.#closed.signal.aborted) return;
    this.#client = undefined;
    this.#log.debug({}, 'The connection that listens was lost');
    void this.#comeBack();
  }

  async #comeBack(): Promise<void> {
    for (let wait = 50; !this.#closed.signal.aborted; wait = Math.min(wait * 2, 2_000)) {
      await this.#clock.sleep(wait, this.#closed.signal);
      if (this.#closed.signal.aborted) return;
      try {
        await this.#connect();
        for (const channel of this.#channels.keys()) this.#tell(channel, '');
        return;
      } catch {
        // not back yet
      }
    }
  }

  #tell(channel: string, payload: string): void {
    for (const hear of this.#channels.get(channel) ?? []) hear(payload);
  }
}
