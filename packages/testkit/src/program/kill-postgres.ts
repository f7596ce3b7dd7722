import { childrenOf, findPostmaster } from './find-postmaster.ts';

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone meanwhile
  }
}

/** One backend makes PostgreSQL end all sessions and recover; the postmaster leaves orphans for a moment; `all` is a power cut. */
export function killPostgres(dataDir: string, what: 'postmaster' | 'backend' | 'all'): void {
  const postmaster = findPostmaster(dataDir);
  if (postmaster === undefined) return;
  const children = childrenOf(postmaster);
  if (what !== 'backend') killNow(postmaster);
  if (what !== 'postmaster') for (const pid of what === 'all' ? children : children.slice(-1)) killNow(pid);
}
