import { pino } from 'pino';
import type { Log, LogFields } from './log.ts';

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

export function createLog(options: LogOptions): Log {
  return wrap(pino({ level: options.level }));
}

function wrap(logger: ReturnType<typeof pino>): Log {
  return {
    debug: (fields: LogFields, message) => logger.debug(fields, message),
    info: (fields: LogFields, message) => logger.info(fields, message),
    warn: (fields: LogFields, message) => logger.warn(fields, message),
    error: (fields: LogFields, message) => logger.error(fields, message),
    child: (fields) => wrap(logger.child(fields)),
    flush: () => logger.flush(),
  };
}
