import { Button, Checkbox, Group, Modal, NumberInput, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { CopyField, FormProblem, tell, uiTexts } from '../../../ui/index.ts';
import type { Channel } from './channel.ts';
import { channelsTexts } from './texts/texts.ts';

export function EditChannel({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const t = useTexts(channelsTexts);
  const ui = useTexts(uiTexts);
  const [name, setName] = useState(channel.name);
  const [perSecond, setPerSecond] = useState(channel.perSecond);
  const [perPair, setPerPair] = useState(channel.perPair);
  const [joinSeconds, setJoinSeconds] = useState(channel.joinMs / 1000);
  const [accessToken, setAccessToken] = useState('');
  const [appSecret, setAppSecret] = useState('');
  const update = useWrite('channels.update', {
    refreshes: ['channels.list', 'channels.health'],
    onSuccess: () => {
      tell.done(t('saved'));
      onClose();
    },
  });
  const save = () =>
    update.mutate({
      channelId: channel.id,
      name: name.trim(),
      perSecond,
      perPair,
      joinMs: Math.round(joinSeconds * 1000),
      ...(accessToken.trim() === '' ? {} : { accessToken: accessToken.trim() }),
      ...(appSecret.trim() === '' ? {} : { appSecret: appSecret.trim() }),
    });
  return (
    <Modal opened onClose={onClose} title={t('settings')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            maxLength={200}
          />
          <NumberInput
            label={t('perSecond')}
            description={t('perSecondHint')}
            value={perSecond}
            onChange={(value) => setPerSecond(typeof value === 'number' ? value : channel.perSecond)}
            min={1}
            max={1000}
          />
          <Checkbox
            label={t('perPair')}
            checked={perPair}
            onChange={(event) => setPerPair(event.currentTarget.checked)}
          />
          <NumberInput
            label={t('joinMs')}
            value={joinSeconds}
            onChange={(value) => setJoinSeconds(typeof value === 'number' ? value : 0)}
            min={0}
            max={60}
            decimalScale={1}
          />
          <PasswordInput
            label={t('token')}
            description={t('tokenHint')}
            value={accessToken}
            onChange={(event) => setAccessToken(event.currentTarget.value)}
            autoComplete="off"
          />
          <PasswordInput
            label={t('secret')}
            description={t('tokenHint')}
            value={appSecret}
            onChange={(event) => setAppSecret(event.currentTarget.value)}
            autoComplete="off"
          />
          <PasteIntoMeta channelId={channel.id} />
          <FormProblem problem={update.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={update.isPending} disabled={name.trim() === ''}>
              {ui('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Asked for only when wanted: the verify token is a secret of sorts. */
function PasteIntoMeta({ channelId }: { channelId: string }) {
  const t = useTexts(channelsTexts);
  const [shown, setShown] = useState(false);
  const { data } = useRead('channels.webhook', shown ? { channelId } : undefined);
  if (!shown)
    return (
      <Button variant="subtle" size="xs" onClick={() => setShown(true)}>
        {t('showWebhook')}
      </Button>
    );
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('webhook')}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {t('webhookLead')}
      </Text>
      {data && (
        <Stack gap="xs">
          <CopyField label={t('webhookUrl')} value={data.webhook.url} />
          <CopyField label={t('verifyToken')} value={data.webhook.verifyToken} />
        </Stack>
      )}
    </div>
  );
}
