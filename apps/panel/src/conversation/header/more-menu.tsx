import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCopy,
  IconDotsVertical,
  IconFlag,
  IconHourglass,
  IconMessage2,
  IconRefresh,
  IconRobotOff,
  IconTag,
} from '@tabler/icons-react';
import { useCan } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { tell } from '../../ui/index.ts';
import { actOnTickets } from '../actions/act-on-tickets.ts';
import type { Possible } from '../actions/possible-actions.ts';
import type { InboxItem } from '../conversation-view.ts';
import { openDialog } from '../dialogs/open-dialog.ts';
import { conversationTexts } from '../texts/texts.ts';

const priorities = ['urgent', 'high', 'normal', 'low'] as const;
const icon = { size: 16, stroke: 1.7 } as const;

/** What is done less often, in one menu. On phones also what has no room above (`folded`). */
export function MoreMenu({
  ticket,
  possible,
  folded,
}: {
  ticket: InboxItem;
  possible: Possible;
  folded: React.ReactNode;
}) {
  const t = useTexts(conversationTexts);
  const can = useCan();
  const writes = can('tickets:write');
  const copy = () =>
    void navigator.clipboard.writeText(ticket.protocol).then(() => tell.done(t('protocolCopied')), tell.problem);
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Tooltip label={t('more')}>
          <ActionIcon size="lg" aria-label={t('more')}>
            <IconDotsVertical size={20} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {folded}
        {possible.wait && (
          <Menu.Item
            leftSection={<IconHourglass {...icon} />}
            onClick={() => void actOnTickets([ticket], { do: 'wait' })}
          >
            {t('wait')}
          </Menu.Item>
        )}
        {possible.release && (
          <Menu.Item
            leftSection={<IconArrowBackUp {...icon} />}
            onClick={() => void actOnTickets([ticket], { do: 'release' })}
          >
            {t('release')}
          </Menu.Item>
        )}
        {writes && ticket.status !== 'resolved' && (
          <Menu.Sub position="left-start">
            <Menu.Sub.Target>
              <Menu.Sub.Item leftSection={<IconFlag {...icon} />}>{t('priority')}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown>
              {priorities.map((priority) => (
                <Menu.Item
                  key={priority}
                  fw={priority === ticket.priority ? 600 : 400}
                  aria-current={priority === ticket.priority}
                  onClick={() => void actOnTickets([ticket], { do: 'set-priority', priority })}
                >
                  {t(priority)}
                </Menu.Item>
              ))}
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        )}
        {writes && (
          <>
            <Menu.Item leftSection={<IconTag {...icon} />} onClick={() => openDialog('tags', [ticket])}>
              {t('tags')}
            </Menu.Item>
            <Menu.Item leftSection={<IconMessage2 {...icon} />} onClick={() => openDialog('subject', [ticket])}>
              {t('subject')}
            </Menu.Item>
          </>
        )}
        {(possible.handoff || possible.resetBot) && <Menu.Divider />}
        {possible.handoff && (
          <Menu.Item leftSection={<IconRobotOff {...icon} />} onClick={() => openDialog('handoff', [ticket])}>
            {t('handoff')}
          </Menu.Item>
        )}
        {possible.resetBot && (
          <Menu.Item leftSection={<IconRefresh {...icon} />} onClick={() => openDialog('reset-bot', [ticket])}>
            {t('resetBot')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={copy}>
          {t('copyProtocol')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
