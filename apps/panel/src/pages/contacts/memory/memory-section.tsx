import { ActionIcon, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type Output, useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmButton, Loaded, RelativeTime, RowsSkeleton, Section, tell } from '../../../ui/index.ts';
import classes from '../card/card.module.css';
import { memoryTexts } from './texts/texts.ts';

type Known = Output<'memory.show'>['known'][number];

/** What the bot may know of this person when it answers them; erased at once when they ask. */
export function MemorySection({ contactId }: { contactId: string }) {
  const t = useTexts(memoryTexts);
  const mayErase = useCan()('contacts:write');
  const read = useRead('memory.show', { contactId });
  const erase = useWrite('memory.erase', {
    refreshes: ['memory.show'],
    onSuccess: () => tell.done(t('erased')),
  });
  return (
    <Section
      title={t('title')}
      lead={t('lead')}
      actions={
        mayErase &&
        (read.data?.known.length ?? 0) > 0 && (
          <ConfirmButton
            size="xs"
            title={t('eraseAll')}
            question={t('eraseQuestion')}
            yes={t('eraseAll')}
            danger
            onConfirm={() => erase.mutateAsync({ contactId })}
          >
            {t('eraseAll')}
          </ConfirmButton>
        )
      }
    >
      <Loaded read={read} skeleton={<RowsSkeleton rows={2} height={40} avatar={false} />}>
        {({ known }) =>
          known.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('nothing')}
            </Text>
          ) : (
            known.map((one, at) => (
              <KnownLine key={one.id ?? `${one.kind} ${one.about} ${at}`} contactId={contactId} known={one} />
            ))
          )
        }
      </Loaded>
    </Section>
  );
}

function KnownLine({ contactId, known }: { contactId: string; known: Known }) {
  const t = useTexts(memoryTexts);
  const mayErase = useCan()('contacts:write');
  const erase = useWrite('memory.erase', {
    refreshes: ['memory.show'],
    onError: (problem) => tell.problem(problem),
  });
  const { id, kind, about, text } = known;
  const what = kind === 'field' || kind === 'summary' ? `${t(`kind_${kind}`)} · ${about}` : t(`kind_${kind}`);
  return (
    <div className={classes.line}>
      <div className={classes.lineText}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
        <Text size="xs" c="dimmed">
          {what}
        </Text>
      </div>
      <RelativeTime at={known.at} />
      {id !== null && mayErase && (
        <ActionIcon
          aria-label={t('eraseOne', { text })}
          loading={erase.isPending}
          onClick={() => erase.mutate({ contactId, ids: [id] })}
        >
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      )}
    </div>
  );
}
