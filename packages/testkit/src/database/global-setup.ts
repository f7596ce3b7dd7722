import type { TestProject } from 'vitest/node';
import { openDatabaseHost } from './database-host.ts';

/** Vitest's globalSetup: runs once, in the process that starts the workers. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external: unknown = project.config.provide.balcaoTestDatabaseUrl;
  const host = await openDatabaseHost(typeof external === 'string' ? external : '');
  project.provide('balcaoDatabaseHost', host.socket);
  return () => host.stop();
}
