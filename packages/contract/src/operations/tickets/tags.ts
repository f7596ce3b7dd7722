import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';
import { color } from './places.ts';

const name = z.string().trim().min(1).max(60);

export const tag = z.strictObject({ id, name: z.string(), color: z.string(), archivedAt: time.nullable() });

export const tagsList = defineOperation({
  name: 'tags.list',
  kind: 'read',
  summary: 'The tags of tickets and contacts, by name',
  scope: 'tickets:read',
  input: z.strictObject({ archived: z.enum(['true', 'false']).default('false') }),
  output: z.strictObject({ tags: z.array(tag), next: z.null() }),
  errors: [],
});
export const tagsCreate = defineOperation({
  name: 'tags.create',
  kind: 'write',
  summary: 'Make a tag',
  scope: 'desk:write',
  input: z.strictObject({ name, color: color.optional() }),
  output: z.strictObject({ tag }),
  errors: ['conflict'],
});
export const tagsUpdate = defineOperation({
  name: 'tags.update',
  kind: 'write',
  summary: 'Change the name or the colour of a tag; or take it out of the archive',
  scope: 'desk:write',
  input: z.strictObject({
    tagId: id,
    name: name.optional(),
    color: color.optional(),
    archived: z.literal(false).optional(),
  }),
  output: z.strictObject({ tag }),
  errors: ['not_found', 'conflict'],
});
export const tagsArchive = defineOperation({
  name: 'tags.archive',
  kind: 'write',
  summary: 'Archive a tag: it stays where it is and is offered no more',
  scope: 'desk:write',
  input: z.strictObject({ tagId: id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found'],
});
