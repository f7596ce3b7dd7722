import { Fault } from '@balcao/kernel';

/** A disk that is full, away or read-only may be well again later: the work waits. */
export function diskFault(error: unknown, doing: string): Fault {
  if (error instanceof Fault) return error;
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? 'unknown';
  if (code === 'ENOENT')
    return new Fault('not_found', `${doing}: it is not on the disk`, { errno: code, storage: true }, error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Fault('unavailable', `${doing}: the disk of the media is full`, { errno: code, storage: true }, error);
  return new Fault(
    'unavailable',
    `${doing}: the disk of the media does not work (${code})`,
    { errno: code, storage: true },
    error,
  );
}
