import { ActionIcon, Badge, Button } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconPencil, IconPlus, IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import { type Output, useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmDialog, EmptyState, Loaded, PageSection, tell, uiTexts } from '../../../ui/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import classes from './places.module.css';
import { placesTexts } from './texts/texts.ts';

type Tag = Output<'tags.list'>['tags'][number];
const refreshes = ['tags.list'] as const;

export function TagsSettings() {
  const t = useTexts(placesTexts);
  const mayWrite = useCan()('desk:write');
  const read = useRead('tags.list', { archived: 'true' });
  const [adding, setAdding] = useState(false);
  const create = useWrite('tags.create', { refreshes });
  return (
    <PageSection
      title={t('tags')}
      lead={t('tagsLead')}
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setAdding(true)}>
            {t('newTag')}
          </Button>
        )
      }
    >
      <Loaded read={read}>
        {({ tags }) =>
          tags.length === 0 ? (
            <EmptyState icon={<IconTags size={26} stroke={1.6} />} title={t('tagsNone')} />
          ) : (
            [...tags]
              .sort((one, other) => Number(one.archivedAt !== null) - Number(other.archivedAt !== null))
              .map((tag) => <TagRow key={tag.id} tag={tag} mayWrite={mayWrite} />)
          )
        }
      </Loaded>
      {adding && (
        <EditDialog
          title={t('newTag')}
          start={{ name: '', color: 'gray' }}
          yes={t('create')}
          onSave={({ name, color }) => create.mutateAsync({ name, color: color ?? 'gray' })}
          onClose={() => setAdding(false)}
        />
      )}
    </PageSection>
  );
}

function TagRow({ tag, mayWrite }: { tag: Tag; mayWrite: boolean }) {
  const t = useTexts(placesTexts);
  const ui = useTexts(uiTexts);
  const [doing, setDoing] = useState<'edit' | 'archive'>();
  const update = useWrite('tags.update', { refreshes, onError: (problem) => tell.problem(problem) });
  const archive = useWrite('tags.archive', { refreshes });
  const close = () => setDoing(undefined);
  const { name } = tag;
  const away = tag.archivedAt !== null;
  return (
    <div className={classes.row}>
      <div className={classes.rowText}>
        <Badge variant="dot" color={tag.color} size="lg" tt="none">
          {name}
        </Badge>{' '}
        {away && (
          <Badge variant="default" size="sm">
            {t('archived')}
          </Badge>
        )}
      </div>
      {mayWrite && away && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowBackUp size={16} stroke={1.7} />}
          onClick={() => update.mutate({ tagId: tag.id, archived: false })}
        >
          {t('restore')}
        </Button>
      )}
      {mayWrite && !away && (
        <>
          <ActionIcon variant="subtle" color="gray" onClick={() => setDoing('edit')} aria-label={t('edit', { name })}>
            <IconPencil size={18} stroke={1.7} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={() => setDoing('archive')}
            aria-label={t('archiveTitle', { name })}
          >
            <IconArchive size={18} stroke={1.7} />
          </ActionIcon>
        </>
      )}
      {doing === 'edit' && (
        <EditDialog
          title={t('edit', { name })}
          start={{ name, color: tag.color }}
          yes={ui('save')}
          onSave={(edited) =>
            update.mutateAsync({ tagId: tag.id, name: edited.name, color: edited.color ?? tag.color })
          }
          onClose={close}
        />
      )}
      <ConfirmDialog
        opened={doing === 'archive'}
        onClose={close}
        danger
        title={t('archiveTitle', { name })}
        question={t('archiveTag')}
        yes={t('archive')}
        onConfirm={() => archive.mutateAsync({ tagId: tag.id })}
      />
    </div>
  );
}
