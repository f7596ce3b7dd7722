import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { id, time } from './fields.ts';

export const workspacesGet = defineOperation({
  name: 'workspaces.get',
  kind: 'read',
  summary: 'The workspace that the key belongs to',
  scope: 'workspace:read',
  input: z.strictObject({}),
  output: z.strictObject({ id, slug: z.string(), name: z.string(), createdAt: time }),
  errors: [],
});
