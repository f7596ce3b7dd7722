import { Button, Text } from '@mantine/core';
import { IconBolt, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useRead, useWrite } from '../../../../api/index.ts';
import { useCan, useMember } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { EmptyState, Loaded, PageSection } from '../../../../ui/index.ts';
import { usePlaces } from '../shared/use-places.ts';
import { WritingRow } from '../shared/writing-row.tsx';
import { writingTexts } from '../texts/texts.ts';
import type { Macro } from './macro-actions.ts';
import { MacroDialog } from './macro-dialog.tsx';

export function MacrosSettings(): ReactNode {
  const t = useTexts(writingTexts);
  const can = useCan();
  const read = useRead('macros.list', can('desk:write') ? { all: 'true' } : {});
  const [editing, setEditing] = useState<Macro | 'new' | undefined>(undefined);
  return (
    <PageSection
      title={t('macros')}
      lead={t('macrosLead')}
      actions={
        can('messages:write') && (
          <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setEditing('new')}>
            {t('macroNew')}
          </Button>
        )
      }
    >
      <Loaded read={read}>
        {({ macros }) =>
          macros.length === 0 ? (
            <EmptyState icon={<IconBolt size={26} stroke={1.6} />} title={t('macroNone')}>
              {t('macroNoneText')}
            </EmptyState>
          ) : (
            macros.map((macro) => <MacroRow key={macro.id} macro={macro} onEdit={() => setEditing(macro)} />)
          )
        }
      </Loaded>
      {editing === undefined ? null : (
        <MacroDialog of={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </PageSection>
  );
}

function MacroRow({ macro, onEdit }: { macro: Macro; onEdit(): void }): ReactNode {
  const t = useTexts(writingTexts);
  const can = useCan();
  const { memberId } = useMember();
  const places = usePlaces();
  const remove = useWrite('macros.delete', { refreshes: ['macros.list'] });
  return (
    <WritingRow
      name={macro.name}
      mayWrite={can('messages:write') && (macro.ownerId === memberId || can('desk:write'))}
      question={t('macroRemove')}
      onEdit={onEdit}
      onRemove={() => remove.mutateAsync({ id: macro.id })}
    >
      <Text size="sm" fw={600}>
        {macro.name}
      </Text>
      <Text size="sm" c="dimmed" lineClamp={2}>
        {macro.actions.map((step) => t(`do_${step.do}`)).join(' → ')}
      </Text>
      <Text size="xs" c="dimmed">
        {places(macro)}
      </Text>
    </WritingRow>
  );
}
