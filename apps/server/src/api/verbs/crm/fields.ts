import { archiveField, type ContactField, listFields, saveField } from '@balcao/core/contacts';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';

const present = ({ archivedAt, createdAt, ...shown }: ContactField) => ({
  ...shown,
  archivedAt: timeOrNull(archivedAt),
  createdAt: time(createdAt),
});

export const fieldVerbs: Pick<Verbs, 'fields.list' | 'fields.save' | 'fields.archive'> = {
  'fields.list': async (_caller, tx) => ({ fields: (await listFields(tx)).map(present) }),
  'fields.save': async ({ ctx }, tx, input) => ({ field: present(await saveField(tx, ctx, input)) }),
  'fields.archive': async ({ ctx }, tx, { id, archived }) => ({
    field: present(await archiveField(tx, ctx, id, archived)),
  }),
};
