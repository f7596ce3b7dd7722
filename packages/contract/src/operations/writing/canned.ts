import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';
import { shownMedia } from './thread-message.ts';

/** What stands in {{…}}: `contato.nome`, `contato.primeiro_nome`, `contato.telefone`, `atendente.nome`, `atendente.primeiro_nome`, `empresa.nome`, `atendimento.protocolo`, `saudacao`. */
export const cannedVariables = [
  'contato.nome',
  'contato.primeiro_nome',
  'contato.telefone',
  'atendente.nome',
  'atendente.primeiro_nome',
  'empresa.nome',
  'atendimento.protocolo',
  'saudacao',
] as const;

const shortcut = z
  .string()
  .regex(/^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]{0,39}$/u, 'small letters, digits, - and _, at most 40, without the slash');

export const canned = z.strictObject({
  id,
  /** Without its slash. */
  shortcut: z.string(),
  title: z.string().nullable(),
  body: z.string(),
  media: z.array(shownMedia),
  /** Empty: everyone. */
  departmentIds: z.array(id),
  /** The member whose own it is; null: shared. */
  ownerId: id.nullable(),
  updatedAt: time,
});

export const cannedList = defineOperation({
  name: 'canned.list',
  kind: 'read',
  summary: 'The canned replies that the caller may use: their own, those of their departments and those of everyone',
  scope: 'messages:read',
  input: z.strictObject({
    q: z.string().max(100).optional(),
    /** Every shared one, of all departments: for those who look after them. */
    all: z.enum(['true', 'false']).optional(),
  }),
  output: z.strictObject({ canned: z.array(canned) }),
  errors: [],
});

export const cannedSave = defineOperation({
  name: 'canned.save',
  kind: 'write',
  summary: 'Make or change a canned reply; shared ones need desk:write',
  scope: 'messages:write',
  input: z.strictObject({
    /** Absent: a new one. */
    id: id.optional(),
    shortcut,
    title: z.string().trim().max(100).nullable().default(null),
    body: z.string().max(4096),
    mediaIds: z.array(id).max(10).default([]),
    departmentIds: z.array(id).max(100).default([]),
    personal: z.boolean().default(false),
  }),
  output: z.strictObject({ canned }),
  errors: ['not_found', 'conflict'],
});

export const cannedDelete = defineOperation({
  name: 'canned.delete',
  kind: 'write',
  summary: 'Take a canned reply away; shared ones need desk:write',
  scope: 'messages:write',
  input: z.strictObject({ id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['conflict'],
});

export const cannedRender = defineOperation({
  name: 'canned.render',
  kind: 'read',
  summary: 'A canned reply with its variables filled in for a conversation and the caller',
  scope: 'messages:read',
  input: z.strictObject({ id, conversationId: id }),
  output: z.strictObject({
    text: z.string(),
    media: z.array(shownMedia),
    /** Variables that nothing is known for: their place is empty in the text. */
    missing: z.array(z.string()),
  }),
  errors: ['not_found'],
});
