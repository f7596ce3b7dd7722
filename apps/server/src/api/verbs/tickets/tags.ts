import { archiveTag, createTag, listTags, type Tag, updateTag } from '@balcao/core/departments';
import { timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';

const presentTag = ({ archivedAt, ...shown }: Tag) => ({ ...shown, archivedAt: timeOrNull(archivedAt) });

export const tagVerbs: Pick<Verbs, 'tags.list' | 'tags.create' | 'tags.update' | 'tags.archive'> = {
  'tags.list': async ({ ctx }, tx, { archived }) => ({
    tags: (await listTags(ctx, tx, archived === 'true')).map(presentTag),
    next: null,
  }),
  'tags.create': async ({ ctx }, tx, input) => ({ tag: presentTag(await createTag(ctx, tx, input)) }),
  'tags.update': async ({ ctx }, tx, input) => ({ tag: presentTag(await updateTag(ctx, tx, input)) }),
  'tags.archive': async ({ ctx }, tx, { tagId }) => ({ changed: await archiveTag(ctx, tx, tagId) }),
};
