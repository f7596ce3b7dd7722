import { Badge, Group, Text } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { type Output, useRead } from '../../../../api/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { EmptyState, LinkButton, Loaded, PageHeader, RelativeTime, Section } from '../../../../ui/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import { Addresses } from './addresses.tsx';
import { ModeChoice } from './mode-choice.tsx';

type FlowOfChannel = Output<'flows.list'>['flows'][number];

/** Each channel: how its bot works, and the flow in force. */
export function FlowList() {
  const t = useTexts(flowsTexts);
  const read = useRead('flows.list', {});
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Loaded read={read}>
        {({ flows }) =>
          flows.length === 0 ? (
            <EmptyState icon={<IconBrandWhatsapp size={26} stroke={1.6} />} title={t('none')}>
              {t('noneText')}
            </EmptyState>
          ) : (
            flows.map((flow) => <FlowCard key={flow.channelId} flow={flow} />)
          )
        }
      </Loaded>
      <Addresses />
    </>
  );
}

function FlowCard({ flow }: { flow: FlowOfChannel }) {
  const t = useTexts(flowsTexts);
  const mayWrite = useCan()('bot:write');
  const { inForce } = flow;
  return (
    <Section
      title={flow.channelName}
      actions={
        <LinkButton
          to="/bot/$section/$item"
          params={{ section: 'flows', item: flow.channelId }}
          size="xs"
          variant={inForce === null ? 'filled' : 'default'}
        >
          {inForce === null && mayWrite ? t('begin') : t('edit')}
        </LinkButton>
      }
    >
      <Group gap="xs" mb="sm">
        {inForce === null ? (
          <Badge variant="light" color="gray">
            {t('noFlow')}
          </Badge>
        ) : (
          <>
            <Badge variant="light" color="green">
              {t('version', { version: inForce.version })}
            </Badge>
            <Text size="xs" c="dimmed">
              {t('stepCount', { count: inForce.steps })} · <RelativeTime at={inForce.createdAt} />
              {inForce.author?.name ? ` ${t('by', { name: inForce.author.name })}` : ''}
            </Text>
          </>
        )}
      </Group>
      <ModeChoice flow={flow} mayWrite={mayWrite} />
    </Section>
  );
}
