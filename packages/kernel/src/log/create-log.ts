import { type Logger, pino } from 'pino';
import { type Clock, systemClock } from '../clock.ts';
import type { LogLevel } from '../config/index.ts';
import { openDailyFile } from './daily-file.ts';
import type { LineSink } from './line-sink.ts';
import type { Log, LogFields } from './log.ts';
import { mask } from './mask.ts';
import { maskDeep } from './mask-deep.ts';
import { writeLines } from './write-lines.ts';

export interface LogOptions {
  readonly level: LogLevel;
  /** Where the daily files go; absent: standard output. */
  readonly dir?: string | undefined;
  readonly clock?: Clock;
  /** On every line. */
  readonly base?: LogFields;
  /** The traceparent of what is going on now; its ids go on the line. */
  readonly traceparent?: () => string | undefined;
  /** Instead of files or standard output. */
  readonly sink?: LineSink;
}

export function createLog(options: LogOptions): Log {
  const clock = options.clock ?? systemClock;
  const sink = options.sink ?? (options.dir === undefined ? standardOutput() : openDailyFile(options.dir, clock));
  flushAtExit(sink);
  const traceparent = options.traceparent;
  const logger = pino(
    {
      level: options.level,
      base: maskFields(options.base ?? {}),
      timestamp: () => `,"time":"${clock.now().toISOString()}"`,
      // Errors come here masked; pino's own serializer would take them apart again.
      serializers: { err: (err: unknown) => err },
      formatters: { level: (label) => ({ level: label }) },
      ...(traceparent === undefined ? {} : { mixin: () => traceIds(traceparent()) }),
    },
    sink,
  );
  return new MaskedLog(logger, undefined, {}, sink);
}

type Pino = Logger<never, boolean>;
type Written = 'debug' | 'info' | 'warn' | 'error';

class MaskedLog implements Log {
  readonly #parent: Pino;
  readonly #fields: LogFields;
  readonly #sink: LineSink;
  #own: Pino | undefined;

  constructor(parent: Pino, own: Pino | undefined, fields: LogFields, sink: LineSink) {
    this.#parent = parent;
    this.#own = own;
    this.#fields = fields;
    this.#sink = sink;
  }

  debug(fields: LogFields, message: string): void {
    this.#write('debug', fields, message);
  }
  info(fields: LogFields, message: string): void {
    this.#write('info', fields, message);
  }
  warn(fields: LogFields, message: string): void {
    this.#write('warn', fields, message);
  }
  error(fields: LogFields, message: string): void {
    this.#write('error', fields, message);
  }
  /** Costs nothing until it writes: most requests and jobs never do. */
  child(fields: LogFields): Log {
    return new MaskedLog(this.#parent, undefined, { ...this.#fields, ...fields }, this.#sink);
  }
  flush(): void {
    this.#sink.flushSync();
  }

  #write(level: Written, fields: LogFields, message: string): void {
    if (!this.#parent.isLevelEnabled(level)) return;
    this.#own ??= Object.keys(this.#fields).length === 0 ? this.#parent : this.#parent.child(maskFields(this.#fields));
    this.#own[level](maskFields(fields), mask(message));
  }
}

function maskFields(fields: LogFields): Record<string, unknown> {
  return maskDeep(fields) as Record<string, unknown>; // fields go in, so fields come out
}

function traceIds(traceparent: string | undefined): object {
  if (traceparent === undefined) return {};
  const [, traceId, spanId] = traceparent.split('-');
  return { traceId, spanId };
}

let output: LineSink | undefined;
function standardOutput(): LineSink {
  output ??= writeLines(1);
  return output;
}

const open = new Set<WeakRef<LineSink>>();
let hooked = false;

function flushAtExit(sink: LineSink): void {
  open.add(new WeakRef(sink));
  if (hooked) return;
  hooked = true;
  process.on('exit', () => {
    for (const reference of open) {
      reference.deref()?.flushSync();
    }
  });
}
