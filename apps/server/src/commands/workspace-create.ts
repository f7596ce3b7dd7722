import { createWorkspace } from '@balcao/core/workspaces';
import type { Terminal } from './terminal/terminal.ts';
import { withDatabase } from './with-database.ts';

const DEFAULT_NAME = 'Minha empresa';

export async function workspaceCreate(
  terminal: Terminal,
  { name = DEFAULT_NAME, slug }: { name?: string | undefined; slug?: string | undefined },
): Promise<void> {
  const { settings: _settings, ...created } = await withDatabase((ctx) => createWorkspace(ctx, { name, slug }));
  await terminal.answer(created, `The workspace "${created.name}" was created: ${created.slug} (${created.id})`);
}
