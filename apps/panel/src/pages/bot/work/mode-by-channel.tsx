import { SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { type Output, patch, useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { EmptyState, LinkButton, Loaded, RowsSkeleton, Section, tell } from '../../../ui/index.ts';
import { workTexts } from './texts/texts.ts';
import classes from './work.module.css';

type Channel = Output<'channels.list'>['channels'][number];
const modes = ['off', 'flow', 'assistant'] as const;

/** On which numbers it answers, and how. Changed at once. */
export function ModeByChannel() {
  const t = useTexts(workTexts);
  const read = useRead('channels.list', {});
  return (
    <Section title={t('where')} lead={t('whereLead')}>
      <Loaded read={read} skeleton={<RowsSkeleton rows={2} avatar={false} />}>
        {({ channels }) =>
          channels.length === 0 ? (
            <EmptyState
              icon={<IconPlugConnected size={26} stroke={1.6} />}
              title={t('noChannel')}
              action={
                <LinkButton to="/start" variant="default">
                  {t('connect')}
                </LinkButton>
              }
            />
          ) : (
            channels.map((channel) => <ChannelRow key={channel.id} channel={channel} />)
          )
        }
      </Loaded>
    </Section>
  );
}

function ChannelRow({ channel }: { channel: Channel }) {
  const t = useTexts(workTexts);
  const mayWrite = useCan()('channels:write');
  const show = (botMode: Channel['botMode']) =>
    patch('channels.list', {}, (now) => ({
      ...now,
      channels: now.channels.map((one) => (one.id === channel.id ? { ...one, botMode } : one)),
    }));
  const update = useWrite('channels.update', {
    refreshes: ['channels.list'],
    onError: (problem) => {
      show(channel.botMode);
      tell.problem(problem);
    },
  });
  const choose = (chosen: string) => {
    const botMode = modes.find((one) => one === chosen) ?? channel.botMode;
    show(botMode);
    update.mutate({ channelId: channel.id, botMode });
  };
  return (
    <div className={classes.row}>
      <Stack gap={0} flex="1 1 10rem" miw={0}>
        <Text size="sm" fw={600} truncate>
          {channel.name}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`modeText_${channel.botMode}`)}
          {channel.botMode === 'flow' && channel.flowVersionId === null && ` ${t('noFlow')}`}
        </Text>
      </Stack>
      <SegmentedControl
        aria-label={t('modeOf', { channel: channel.name })}
        disabled={!mayWrite}
        value={channel.botMode}
        onChange={choose}
        data={modes.map((one) => ({ value: one, label: t(`mode_${one}`) }))}
      />
    </div>
  );
}
