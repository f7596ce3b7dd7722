import { Menu, Text } from '@mantine/core';
import { IconChevronDown, IconDeviceMobile, IconHeadset, IconRobot, IconSparkles } from '@tabler/icons-react';
import { useCan } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { actOnTickets } from '../actions/act-on-tickets.ts';
import type { InboxItem } from '../conversation-view.ts';
import { conversationTexts } from '../texts/texts.ts';
import classes from './header.module.css';

const icons = { bot: IconRobot, person: IconHeadset, phone_app: IconDeviceMobile, meta_agent: IconSparkles } as const;

/** Who has the floor, in a word and a sign; and how to give it to somebody else. */
export function FloorMenu({ ticket }: { ticket: InboxItem }) {
  const t = useTexts(conversationTexts);
  const can = useCan();
  const Icon = icons[ticket.floor];
  const give = (to: 'bot' | 'person') => void actOnTickets([ticket], { do: 'give-floor', to });
  return (
    <Menu position="bottom-start" width={272}>
      <Menu.Target>
        <button
          type="button"
          className={classes.floor}
          data-floor={ticket.floor}
          aria-label={`${t('floor')}: ${t(`floor_${ticket.floor}`)}`}
        >
          <Icon size={16} stroke={1.7} aria-hidden />
          <span className={classes.word}>{t(`floor_${ticket.floor}`)}</span>
          <IconChevronDown className={classes.chevron ?? ''} size={14} stroke={1.7} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('floor')}</Menu.Label>
        <Text size="sm" px="sm" pb="xs">
          {t(`floorText_${ticket.floor}`)}
        </Text>
        {can('conversations:write') && ticket.status !== 'resolved' && (
          <>
            <Menu.Divider />
            {ticket.floor !== 'person' && (
              <Menu.Item leftSection={<IconHeadset size={16} stroke={1.7} />} onClick={() => give('person')}>
                {t('takeFloor')}
              </Menu.Item>
            )}
            {ticket.floor !== 'bot' && (
              <Menu.Item leftSection={<IconRobot size={16} stroke={1.7} />} onClick={() => give('bot')}>
                {t('giveToBot')}
              </Menu.Item>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
