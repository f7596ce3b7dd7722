import { Button } from '@mantine/core';
import { IconBrandWhatsapp, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { EmptyState, Loaded, PageHeader } from '../../../ui/index.ts';
import { ChannelSection } from './channel-section.tsx';
import { channelsTexts } from './texts/texts.ts';

/** Each number with how it is and what to do; connecting one is the guide's work. */
export function ChannelsSettings() {
  const t = useTexts(channelsTexts);
  const mayWrite = useCan()('channels:write');
  const read = useRead('channels.list', {});
  const connect = mayWrite && (
    <Button component={Link} to="/start" leftSection={<IconPlus size={18} stroke={1.7} />}>
      {t('connect')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={connect} />
      <Loaded read={read}>
        {({ channels }) =>
          channels.length === 0 ? (
            <EmptyState icon={<IconBrandWhatsapp size={26} stroke={1.6} />} title={t('none')} action={connect}>
              {t('noneText')}
            </EmptyState>
          ) : (
            channels.map((channel) => <ChannelSection key={channel.id} channel={channel} mayWrite={mayWrite} />)
          )
        }
      </Loaded>
    </>
  );
}
