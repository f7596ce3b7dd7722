import type { Readable } from 'node:stream';
import { Fault, isUuid } from '@balcao/kernel';

export interface LocalFile {
  readonly path: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/** Where contents lie. Its faults: 'not_found' for what is not there, 'unavailable' for everything that may be well again later. */
export interface Storage {
  readonly kind: 'disk' | 's3';
  /** A private folder for files on their way in, on the same disk when the storage is one. */
  readonly incoming: string;
  /** Takes the file away from where it is. All of it is there afterwards, or nothing; keeping the same content again changes nothing. */
  keep(key: string, file: LocalFile): Promise<void>;
  /** The bytes from `start` to `end`, both included. */
  open(key: string, start: number, end: number): Promise<Readable>;
  has(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
}

/** The only way a key is made: of a workspace's id and a hash, so that nobody's file name ever reaches a path. */
export function contentKey(workspaceId: string, sha256: string): string {
  return checkKey(`${workspaceId}/${sha256.slice(0, 2)}/${sha256}`);
}

export function checkKey(key: string): string {
  const [workspaceId, prefix, sha256, ...rest] = key.split('/');
  const whole = isUuid(workspaceId) && /^[0-9a-f]{64}$/.test(sha256 ?? '') && sha256?.slice(0, 2) === prefix;
  if (!whole || rest.length > 0) throw new Fault('internal', 'that is no key of a stored content');
  return key;
}
