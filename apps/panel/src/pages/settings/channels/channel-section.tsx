import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { type Output, useRead, useWrite } from '../../../api/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { ConfirmButton, fullTime, Loaded, Section, tell } from '../../../ui/index.ts';
import type { Channel } from './channel.ts';
import classes from './channels.module.css';
import { EditChannel } from './edit-channel.tsx';
import { channelsTexts } from './texts/texts.ts';

type Health = Output<'channels.health'>['health'][number];

const colors = { ok: 'green', warning: 'yellow', problem: 'red', unknown: 'gray' } as const;

export function ChannelSection({ channel, mayWrite }: { channel: Channel; mayWrite: boolean }) {
  const t = useTexts(channelsTexts);
  const read = useRead('channels.health', { channelId: channel.id }, { refetchInterval: 60_000 });
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title={channel.name}
      lead={channel.displayPhoneNumber ?? undefined}
      actions={
        <Group gap="xs">
          <CheckButton channelId={channel.id} />
          {mayWrite && (
            <>
              <SendingButton channel={channel} />
              <Button
                variant="default"
                size="xs"
                leftSection={<IconSettings size={16} stroke={1.7} />}
                onClick={() => setEditing(true)}
              >
                {t('settings')}
              </Button>
            </>
          )}
        </Group>
      }
    >
      <Loaded read={read}>{({ health: [health] }) => health && <HealthCards health={health} />}</Loaded>
      {editing && <EditChannel channel={channel} onClose={() => setEditing(false)} />}
    </Section>
  );
}

function CheckButton({ channelId }: { channelId: string }) {
  const t = useTexts(channelsTexts);
  const check = useWrite('channels.check', {
    refreshes: ['channels.health', 'channels.list'],
    onSuccess: () => tell.done(t('checkedNow')),
    onError: (problem) => tell.problem(problem),
  });
  return (
    <Button
      variant="default"
      size="xs"
      loading={check.isPending}
      leftSection={<IconRefresh size={16} stroke={1.7} />}
      onClick={() => check.mutate({ channelId })}
    >
      {t('check')}
    </Button>
  );
}

function SendingButton({ channel }: { channel: Channel }) {
  const t = useTexts(channelsTexts);
  const refreshes = ['channels.list', 'channels.health'] as const;
  const stop = useWrite('channels.stop', { refreshes });
  const resume = useWrite('channels.resume', { refreshes, onError: (problem) => tell.problem(problem) });
  const what = { channelId: channel.id, reason: t('byHand') };
  if (channel.state !== 'active')
    return (
      <Button
        size="xs"
        loading={resume.isPending}
        leftSection={<IconPlayerPlay size={16} stroke={1.7} />}
        onClick={() => resume.mutate(what)}
      >
        {t('resume')}
      </Button>
    );
  return (
    <ConfirmButton
      size="xs"
      danger
      title={t('stopTitle', { name: channel.name })}
      question={t('stopQuestion')}
      yes={t('stop')}
      onConfirm={() => stop.mutateAsync(what)}
      leftSection={<IconPlayerPause size={16} stroke={1.7} />}
    >
      {t('stop')}
    </ConfirmButton>
  );
}

function HealthCards({ health }: { health: Health }) {
  const t = useTexts(channelsTexts);
  const language = useLanguage();
  return (
    <>
      <Group gap="xs" mb="sm">
        <Badge color={colors[health.level]} variant="light">
          {t(`l_${health.level}`)}
        </Badge>
        {health.state !== 'active' && (
          <Badge color="red" variant="light">
            {health.state === 'stopped' ? t('stopped') : t('paused')}
          </Badge>
        )}
        {health.checkedAt !== null && (
          <Text size="xs" c="dimmed">
            {t('checked', { time: fullTime(health.checkedAt, language) })}
          </Text>
        )}
      </Group>
      <div className={classes.cards}>
        {health.cards.map((card) => (
          <div
            key={card.what}
            className={`${classes.card} ${card.level === 'unknown' ? '' : (classes[card.level] ?? '')}`}
          >
            <Text size="xs" c="dimmed">
              {t(`c_${card.what}`)}
            </Text>
            <Text size="sm">{card.sentence.text}</Text>
            {card.todo !== null && (
              <Text size="xs" className={classes.todo ?? ''}>
                {card.todo.text}
              </Text>
            )}
          </div>
        ))}
      </div>
    </>
  );
}
