import { childrenOf, findPostmaster } from './find-postmaster.ts';

/** Stops all of PostgreSQL without ending it: a disk that hangs, a machine that swaps. */
export function freezePostgres(dataDir: string): { thaw(): void } {
  const postmaster = findPostmaster(dataDir);
  const pids = postmaster === undefined ? [] : [postmaster, ...childrenOf(postmaster)];
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  return {
    thaw() {
      for (const pid of pids.reverse()) {
        try {
          process.kill(pid, 'SIGCONT');
        } catch {
          // ended meanwhile
        }
      }
    },
  };
}
