import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { type Output, useReadPages, useWrite } from '../../../api/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import {
  ConfirmButton,
  dayOf,
  EmptyState,
  ErrorState,
  MoreButton,
  PageHeader,
  RelativeTime,
  RowsSkeleton,
  Section,
  useMinute,
} from '../../../ui/index.ts';
import roleClasses from '../roles/roles.module.css';
import { KeyDialog } from './key-dialog.tsx';
import { keysTexts } from './texts/texts.ts';

type ApiKey = Output<'api-keys.list'>['apiKeys'][number];

export function KeysSettings() {
  const t = useTexts(keysTexts);
  const [making, dialog] = useDisclosure(false);
  const pages = useReadPages('api-keys.list', {});
  const keys = pages.data?.pages.flatMap((page) => page.apiKeys);
  const create = (
    <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={dialog.open}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Group>
            <Anchor href="/api/docs" target="_blank" size="sm">
              {t('docs')}
            </Anchor>
            {create}
          </Group>
        }
      />
      <Section title={t('title')} quiet>
        {pages.error && !keys && <ErrorState error={pages.error} onRetry={pages.refetch} />}
        {!keys && !pages.error && <RowsSkeleton rows={3} height={60} avatar={false} />}
        {keys?.length === 0 && (
          <EmptyState icon={<IconKey size={24} stroke={1.6} />} title={t('empty')} action={create}>
            {t('emptyText')}
          </EmptyState>
        )}
        {keys?.map((one) => (
          <KeyRow key={one.id} apiKey={one} />
        ))}
        <MoreButton pages={pages} />
      </Section>
      {making && <KeyDialog onClose={dialog.close} />}
    </>
  );
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const t = useTexts(keysTexts);
  const language = useLanguage();
  const revoke = useWrite('api-keys.revoke', { refreshes: ['api-keys.list'] });
  const now = useMinute() * 60_000;
  const { expiresAt, lastUsedAt, revokedAt, name } = apiKey;
  const expired = expiresAt !== null && Date.parse(expiresAt) < now;
  return (
    <div className={roleClasses.row}>
      <Stack gap={2} flex={1} miw={0}>
        <Group gap="xs">
          <Text size="sm" fw={600} truncate>
            {name}
          </Text>
          {revokedAt !== null && (
            <Badge color="gray" variant="light">
              {t('revoked')}
            </Badge>
          )}
          {revokedAt === null && expired && (
            <Badge color="yellow" variant="light">
              {t('expired')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          <Text span ff="monospace" inherit>
            {apiKey.prefix}…
          </Text>
          {' · '}
          {lastUsedAt === null ? (
            t('unused')
          ) : (
            <>
              {t('used')} <RelativeTime at={lastUsedAt} />
            </>
          )}
          {expiresAt !== null && ` · ${t('until', { day: dayOf(expiresAt, language) })}`}
        </Text>
      </Stack>
      {revokedAt === null && (
        <ConfirmButton
          size="xs"
          title={t('revoke')}
          question={t('revokeText', { name })}
          yes={t('revoke')}
          danger
          onConfirm={() => revoke.mutateAsync({ apiKeyId: apiKey.id })}
        >
          {t('revoke')}
        </ConfirmButton>
      )}
    </div>
  );
}
