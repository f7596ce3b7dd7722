import { Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { IconMessage2Bolt, IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useRead, useWrite } from '../../../../api/index.ts';
import { plainText } from '../../../../messages/index.ts';
import { useCan, useMember } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { EmptyState, Loaded, PageSection } from '../../../../ui/index.ts';
import { usePlaces } from '../shared/use-places.ts';
import { WritingRow } from '../shared/writing-row.tsx';
import { writingTexts } from '../texts/texts.ts';
import type { Canned } from './canned.ts';
import { CannedDialog } from './canned-dialog.tsx';

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function CannedSettings(): ReactNode {
  const t = useTexts(writingTexts);
  const can = useCan();
  const read = useRead('canned.list', can('desk:write') ? { all: 'true' } : {});
  const [editing, setEditing] = useState<Canned | 'new' | undefined>(undefined);
  const [search, setSearch] = useState('');
  return (
    <PageSection
      title={t('canned')}
      lead={t('cannedLead')}
      actions={
        can('messages:write') && (
          <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setEditing('new')}>
            {t('cannedNew')}
          </Button>
        )
      }
    >
      <Loaded read={read}>
        {({ canned }) =>
          canned.length === 0 ? (
            <EmptyState icon={<IconMessage2Bolt size={26} stroke={1.6} />} title={t('cannedNone')}>
              {t('cannedNoneText')}
            </EmptyState>
          ) : (
            <>
              {canned.length > 6 ? (
                <TextInput
                  mb="xs"
                  value={search}
                  placeholder={t('cannedSearch')}
                  aria-label={t('cannedSearch')}
                  leftSection={<IconSearch size={16} />}
                  onChange={(event) => setSearch(event.currentTarget.value)}
                />
              ) : null}
              <Rows canned={canned} search={search} onEdit={setEditing} />
            </>
          )
        }
      </Loaded>
      {editing === undefined ? null : (
        <CannedDialog of={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </PageSection>
  );
}

interface RowsProps {
  readonly canned: readonly Canned[];
  readonly search: string;
  onEdit(canned: Canned): void;
}

function Rows({ canned, search, onEdit }: RowsProps): ReactNode {
  const t = useTexts(writingTexts);
  const can = useCan();
  const { memberId } = useMember();
  const places = usePlaces();
  const remove = useWrite('canned.delete', { refreshes: ['canned.list'] });
  const wanted = bare(search.trim());
  const found = canned.filter((one) => bare(`${one.shortcut} ${one.title ?? ''} ${one.body}`).includes(wanted));
  if (found.length === 0) return <Text size="sm">{t('cannedNotFound')}</Text>;
  return found.map((one) => (
    <WritingRow
      key={one.id}
      name={one.title ?? one.shortcut}
      mayWrite={can('messages:write') && (one.ownerId === memberId || can('desk:write'))}
      question={t('cannedRemove')}
      onEdit={() => onEdit(one)}
      onRemove={() => remove.mutateAsync({ id: one.id })}
    >
      <Group gap="xs">
        <Badge variant="light" radius="sm" tt="none">
          /{one.shortcut}
        </Badge>
        {one.title === null ? null : (
          <Text size="sm" fw={600}>
            {one.title}
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed" lineClamp={2}>
        {plainText(one.body)}
      </Text>
      <Text size="xs" c="dimmed">
        {[places(one), ...(one.media.length > 0 ? [t('withFiles', { count: one.media.length })] : [])].join(' · ')}
      </Text>
    </WritingRow>
  ));
}
