import { Badge, Button, Group, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { api, type Output, useRead, useReadPages, useWrite } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { ConfirmButton, Loaded, RelativeTime, RowsSkeleton, tell } from '../../../../ui/index.ts';
import type { Draft, Got } from '../editor/use-draft.ts';
import { flowsTexts } from '../texts/texts.ts';
import { DiffView } from './diff-view.tsx';
import classes from './versions.module.css';

type Version = Output<'flows.versions'>['versions'][number];

interface Props {
  readonly flow: Got['flow'];
  readonly draft: Draft;
  readonly mayWrite: boolean;
}

export function VersionsPane({ flow, draft, mayWrite }: Props) {
  const t = useTexts(flowsTexts);
  const pages = useReadPages('flows.versions', { channelId: flow.channelId });
  const [open, setOpen] = useState<number | null>(null);
  if (pages.isPending) return <RowsSkeleton />;
  const versions = pages.data?.pages.flatMap((page) => page.versions) ?? [];
  if (versions.length === 0)
    return (
      <Text c="dimmed" size="sm" p="md">
        {t('noVersions')}
      </Text>
    );
  return (
    <div className={classes.pane}>
      <ul className={classes.list}>
        {versions.map((version, n) => (
          <li key={version.id} className={classes.version}>
            <VersionRow
              version={version}
              open={open === version.version}
              onToggle={() => setOpen(open === version.version ? null : version.version)}
            />
            {open === version.version && (
              <OpenVersion
                flow={flow}
                draft={draft}
                mayWrite={mayWrite}
                version={version}
                before={versions[n + 1]?.version ?? null}
              />
            )}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          variant="subtle"
          size="xs"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function VersionRow({ version, open, onToggle }: { version: Version; open: boolean; onToggle: () => void }) {
  const t = useTexts(flowsTexts);
  return (
    <UnstyledButton className={classes.row ?? ''} aria-expanded={open} onClick={onToggle}>
      <Group gap="xs">
        <Text fw={600} size="sm">
          {t('version', { version: version.version })}
        </Text>
        {version.inForce && (
          <Badge size="sm" variant="light" color="green">
            {t('onAir')}
          </Badge>
        )}
        <Text size="xs" c="dimmed">
          <RelativeTime at={version.createdAt} />
          {version.author?.name ? ` ${t('by', { name: version.author.name })}` : ''}
          {` · ${t('stepCount', { count: version.steps })}`}
        </Text>
      </Group>
      {version.note !== '' && <Text size="sm">{version.note}</Text>}
    </UnstyledButton>
  );
}

function OpenVersion({
  flow,
  draft,
  mayWrite,
  version: { version, inForce },
  before,
}: Props & { version: Version; before: number | null }) {
  const t = useTexts(flowsTexts);
  const { channelId } = flow;
  const read = useRead('flows.diff', before === null ? undefined : { channelId, from: before, to: version });
  const [opening, setOpening] = useState(false);
  const rollBack = useWrite('flows.roll-back', {
    refreshes: ['flows.get', 'flows.list', 'flows.versions', 'channels.list'],
    onSuccess: () => tell.done(t('rolledBack', { version })),
  });
  const toEditor = async () => {
    setOpening(true);
    try {
      const got = await api.call('flows.get', { channelId, version });
      draft.open(got.version?.source ?? '', version);
    } catch (error) {
      tell.problem(error);
    } finally {
      setOpening(false);
    }
  };
  return (
    <div className={classes.open}>
      <Text size="xs" c="dimmed" mb={4}>
        {before === null ? t('firstVersion') : t('changesOf', { version })}
      </Text>
      {before !== null && <Loaded read={read}>{({ lines }) => <DiffView lines={lines} />}</Loaded>}
      {mayWrite && (
        <Group gap="xs" mt="xs">
          <Button variant="default" size="xs" loading={opening} onClick={() => void toEditor()}>
            {t('openInEditor')}
          </Button>
          {!inForce && (
            <ConfirmButton
              size="xs"
              title={t('rollBackTitle', { version })}
              question={t('rollBackText')}
              yes={t('rollBack')}
              onConfirm={() => rollBack.mutateAsync({ channelId, version, begunFrom: flow.inForce?.version ?? null })}
            >
              {t('rollBack')}
            </ConfirmButton>
          )}
        </Group>
      )}
    </div>
  );
}
