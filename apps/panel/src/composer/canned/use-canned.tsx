import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { api, useRead } from '../../api/index.ts';
import { plainText, type ShownMedia } from '../../messages/index.ts';
import { useMe, useMember } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { tell, useMinute } from '../../ui/index.ts';
import type { Proposal } from '../editor/proposals.tsx';
import type { Attachment } from '../files/attachment.ts';
import type { ComposerConversation } from '../outgoing/conversation.ts';
import { composerTexts, type SayComposer } from '../texts/texts.ts';
import { type Canned, rankCanned } from './rank-canned.ts';
import { fillVariables, type VariableValues, variableValues } from './variables.ts';

/** What stands for {{…}} in this conversation, as far as the panel knows it. */
export function useVariables(conversation: Pick<ComposerConversation, 'contact' | 'protocol'>): VariableValues {
  const t = useTexts(composerTexts);
  const me = useMe();
  const member = useMember();
  return variableValues({
    contactName: conversation.contact.name,
    phone: conversation.contact.phone,
    attendant: me.name,
    company: member.name,
    protocol: conversation.protocol,
    hour: new Date(useMinute() * 60_000).getHours(),
    greetings: { morning: t('morning'), afternoon: t('afternoon'), night: t('night') },
  });
}

export interface CannedChoice {
  readonly found: readonly Canned[];
  readonly proposals: readonly Proposal[];
  readonly empty: string;
  /** Its words with everything filled in, and its files. */
  render(canned: Canned): Promise<{ readonly text: string; readonly files: readonly Attachment[] }>;
}

/** The canned replies whose name begins like `word`; undefined: none is being looked for. */
export function useCanned(conversation: ComposerConversation, word: string | undefined): CannedChoice {
  const t = useTexts(composerTexts);
  const values = useVariables(conversation);
  const all = useRead('canned.list', word === undefined ? undefined : {}, { staleTime: 5 * 60_000 }).data?.canned ?? [];
  const found = word === undefined ? [] : rankCanned(all, word);
  return {
    found,
    proposals: found.map((one) => ({ ...describe(one, values, t), id: one.id })),
    empty: t(all.length === 0 ? 'cannedEmpty' : 'cannedNone'),
    async render(canned) {
      try {
        const { conversationId } = conversation;
        const { text, media, missing } = await api.call('canned.render', { id: canned.id, conversationId });
        if (missing.length > 0) tell.done(t('cannedMissing', { names: missing.join(', ') }));
        return { text, files: media.map(stored) };
      } catch {
        // Without the server the words that are known here go in; its files come from there anyway.
        return { text: fillVariables(canned.body, values), files: canned.media.map(stored) };
      }
    },
  };
}

function describe(
  canned: Canned,
  values: VariableValues,
  t: SayComposer,
): { title: ReactNode; detail: string | undefined; sign: ReactNode } {
  const words = plainText(fillVariables(canned.body, values));
  const files = canned.media.length > 0 ? t('withFiles', { count: canned.media.length }) : undefined;
  return {
    sign: (
      <Badge variant="light" tt="none" radius="sm">
        /{canned.shortcut}
      </Badge>
    ),
    title: canned.title ?? words.slice(0, 80),
    detail:
      [files, canned.title === null ? undefined : words].filter((part) => part !== undefined).join(' · ') || undefined,
  };
}

const stored = (media: ShownMedia): Attachment => ({
  key: crypto.randomUUID(),
  from: 'server',
  kind: media.kind,
  media,
});
