import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type Output, useRead } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { CopyField } from '../../../ui/index.ts';
import { connectTexts } from './texts/texts.ts';

const LOOK_EVERY_MS = 3_000;

/** What to paste into Meta, and the wait for its first word: seen here the moment it comes. */
export function WebhookStep({
  connected,
  onDone,
}: {
  connected: Output<'channels.connect-whatsapp'>;
  onDone: () => void;
}) {
  const t = useTexts(connectTexts);
  const { channel, webhook, problem } = connected;
  const health = useRead(
    'channels.health',
    { channelId: channel.id },
    { refetchInterval: LOOK_EVERY_MS, staleTime: 0 },
  );
  const arrived = health.data?.health[0]?.webhook.lastReceiptAt !== null && health.data?.health[0] !== undefined;
  return (
    <Stack>
      <Text size="sm">{t('webhookText')}</Text>
      <CopyField label={t('url')} value={webhook.url} />
      <CopyField label={t('verify')} value={webhook.verifyToken} />
      {!webhook.url.startsWith('https://') && (
        <Alert color="yellow" variant="light" p="sm">
          {t('notHttps')}
        </Alert>
      )}
      {problem !== null && (
        <Alert color="yellow" variant="light" p="sm">
          {problem.text}
        </Alert>
      )}
      <Group gap="sm" wrap="nowrap" role="status" mih={28} {...(arrived ? { c: 'var(--b-good)' } : {})}>
        {arrived ? <IconCircleCheck size={24} stroke={1.7} /> : <Loader size="sm" />}
        <Text size="sm" fw={500}>
          {arrived ? t('arrived') : t('waiting')}
        </Text>
      </Group>
      <Group justify="flex-end">
        <Button variant={arrived ? 'filled' : 'default'} onClick={onDone}>
          {t('finish')}
        </Button>
      </Group>
    </Stack>
  );
}
