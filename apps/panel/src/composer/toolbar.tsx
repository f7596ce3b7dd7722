import { ActionIcon, Indicator, Menu, Popover } from '@mantine/core';
import {
  IconClock,
  IconLayoutList,
  IconMapPin,
  IconMoodSmile,
  IconPaperclip,
  IconPlus,
  IconSlash,
  IconTemplate,
  IconUser,
} from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useRead } from '../api/index.ts';
import { EmojiPicker } from '../messages/index.ts';
import { useTexts } from '../text/index.ts';
import classes from './composer.module.css';
import type { ComposerDialog } from './composer-props.ts';
import { MacroMenu } from './macros/macro-menu.tsx';
import type { ComposerConversation } from './outgoing/conversation.ts';
import { composerTexts } from './texts/texts.ts';

interface ToolbarProps {
  readonly conversation: ComposerConversation;
  onDialog(dialog: ComposerDialog): void;
  onFiles(files: readonly File[]): void;
  onInsert(text: string): void;
}

/** Everything that is more than words. */
export function Toolbar({ conversation, onDialog, onFiles, onInsert }: ToolbarProps): ReactNode {
  return (
    <div className={classes.toolbar} role="toolbar">
      <AttachMenu onDialog={onDialog} onFiles={onFiles} onInsert={onInsert} />
      <EmojiButton onInsert={onInsert} />
      <MacroMenu ticketId={conversation.ticketId} />
      <ScheduleButton conversationId={conversation.conversationId} onOpen={() => onDialog('schedule')} />
    </div>
  );
}

const things = [
  ['place', 'attachPlace', IconMapPin],
  ['contact', 'attachContact', IconUser],
  ['offer', 'attachOffer', IconLayoutList],
  ['template', 'attachTemplate', IconTemplate],
] as const;

function AttachMenu({ onDialog, onFiles, onInsert }: Omit<ToolbarProps, 'conversation'>): ReactNode {
  const t = useTexts(composerTexts);
  const files = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('attachFile')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = ''; // the same file again is a change too
        }}
      />
      <Menu position="top-start" returnFocus={false}>
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t('attach')} title={t('attach')}>
            <IconPlus size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPaperclip size={18} />} onClick={() => files.current?.click()}>
            {t('attachFile')}
          </Menu.Item>
          {things.map(([dialog, word, Sign]) => (
            <Menu.Item key={dialog} leftSection={<Sign size={18} />} onClick={() => onDialog(dialog)}>
              {t(word)}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<IconSlash size={18} />} onClick={() => onInsert('/')}>
            {t('attachCanned')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function EmojiButton({ onInsert }: { onInsert(text: string): void }): ReactNode {
  const t = useTexts(composerTexts);
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon size="lg" aria-label={t('emoji')} title={t('emoji')} onClick={() => setOpened(!opened)}>
          <IconMoodSmile size={20} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <EmojiPicker
          onPick={(emoji) => {
            setOpened(false);
            onInsert(emoji);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** With how many wait in this conversation. */
function ScheduleButton({ conversationId, onOpen }: { conversationId: string; onOpen(): void }): ReactNode {
  const t = useTexts(composerTexts);
  const count = useRead('scheduled.list', { conversationId, state: 'waiting' }).data?.scheduled.length ?? 0;
  const words = count === 0 ? t('schedule') : t('scheduled', { count });
  return (
    <Indicator label={count} size={16} disabled={count === 0} color="petroleo" offset={6}>
      <ActionIcon size="lg" aria-label={words} title={words} onClick={onOpen}>
        <IconClock size={20} />
      </ActionIcon>
    </Indicator>
  );
}
