import { parseArgs } from 'node:util';

export interface FloorOptions {
  readonly secret: string;
  readonly token: string;
  /** Folder of PostgreSQL's socket. */
  readonly socket: string;
  readonly login: string;
  readonly graph: string;
  readonly phoneNumberId: string;
  readonly port: number;
}

export function readFloorOptions(): FloorOptions {
  const text = { type: 'string', default: '' } as const;
  const options = {
    secret: text,
    token: text,
    socket: text,
    login: text,
    graph: text,
    phoneNumberId: text,
    port: text,
  };
  const { values } = parseArgs({ options });
  return { ...values, port: Number(values.port) };
}
