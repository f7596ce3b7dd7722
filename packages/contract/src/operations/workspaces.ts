import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { workspaceSettings } from '../workspace-settings.ts';
import { id, time } from './fields.ts';

const shown = z.strictObject(
  Object.fromEntries(Object.entries(workspaceSettings.shape).map(([name, schema]) => [name, schema.unwrap()])) as {
    [K in keyof typeof workspaceSettings.shape]: ReturnType<(typeof workspaceSettings.shape)[K]['unwrap']>;
  },
);
const workspace = z.strictObject({ id, slug: z.string(), name: z.string(), settings: shown, createdAt: time });

export const workspacesGet = defineOperation({
  name: 'workspaces.get',
  kind: 'read',
  summary: 'The workspace and how it works',
  scope: 'workspace:read',
  input: z.strictObject({}),
  output: workspace,
  errors: [],
});

export const workspacesUpdate = defineOperation({
  name: 'workspaces.update',
  kind: 'write',
  summary: "Change the workspace's name and how it works; what is not given stays",
  scope: 'workspace:write',
  input: z.strictObject({ name: z.string().trim().min(1).max(200).optional(), settings: shown.partial().optional() }),
  output: workspace,
  errors: [],
});
