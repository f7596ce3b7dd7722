import { ScrollArea, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, use, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useLanguage, useTexts } from '../../text/index.ts';
import { messageTexts, type SayMessage } from '../texts/texts.ts';
import classes from './emoji.module.css';
import { loadEmoji } from './load-emoji.ts';
import { type Emoji, type EmojiGroup, groups } from './read-emoji.ts';
import { keepEmoji, recentEmoji } from './recent-emoji.ts';
import { searchEmoji } from './search-emoji.ts';

const faces: Readonly<Record<EmojiGroup, string>> = {
  Smileys: '😀',
  People: '👋',
  Animals: '🐶',
  Food: '☕',
  Travel: '🚗',
  Activities: '⚽',
  Objects: '💡',
  Symbols: '❤️',
  Flags: '🏁',
};

/** A search, tabs of groups, and a grid that the arrows walk through. */
export function EmojiGrid({ onPick }: { onPick(emoji: string): void }): ReactNode {
  const t = useTexts(messageTexts);
  const all = use(loadEmoji(useLanguage()));
  const [search, setSearch] = useState('');
  const [group, setGroup] = useState<EmojiGroup | 'recent'>(recentEmoji().length > 0 ? 'recent' : 'Smileys');
  const looked = useDeferredValue(search);
  const grid = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  // It is fetched when opened: whoever traps the focus has looked already.
  useEffect(() => field.current?.focus(), []);
  const shown = looked.trim() === '' ? ofGroup(all, group) : searchEmoji(all, looked);
  const pick = (sign: string) => {
    keepEmoji(sign);
    onPick(sign);
  };
  const intoGrid = (event: KeyboardEvent) => {
    const [first] = shown;
    if (event.key === 'Enter' && first && search.trim() !== '') {
      event.preventDefault();
      pick(first.sign);
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      grid.current?.querySelector('button')?.focus();
    }
  };
  return (
    <div className={classes.picker}>
      <TextInput
        ref={field}
        value={search}
        placeholder={t('emojiSearch')}
        aria-label={t('emojiSearch')}
        leftSection={<IconSearch size={16} />}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={intoGrid}
      />
      <div className={classes.tabs} role="tablist" aria-label={t('emoji')}>
        {(['recent', ...groups] as const).map((one) => (
          <UnstyledButton
            key={one}
            role="tab"
            aria-selected={one === group && looked.trim() === ''}
            aria-label={groupWord(one, t)}
            title={groupWord(one, t)}
            onClick={() => {
              setSearch('');
              setGroup(one);
            }}
          >
            {one === 'recent' ? '🕘' : faces[one]}
          </UnstyledButton>
        ))}
      </div>
      <ScrollArea h={240} type="auto" offsetScrollbars="y">
        {shown.length === 0 ? <p className={classes.none}>{t('emojiNone')}</p> : null}
        <div ref={grid} className={classes.grid} role="group" aria-label={t('emoji')}>
          {shown.map((emoji) => (
            <button
              key={emoji.sign}
              type="button"
              title={emoji.name}
              aria-label={emoji.name}
              onClick={() => pick(emoji.sign)}
              onKeyDown={walk}
            >
              {emoji.sign}
            </button>
          ))}
        </div>
      </ScrollArea>
    </div>
  );
}

function ofGroup(all: readonly (readonly Emoji[])[], group: EmojiGroup | 'recent'): readonly Emoji[] {
  if (group !== 'recent') return all[groups.indexOf(group)] ?? [];
  const bySign = new Map(all.flat().map((emoji) => [emoji.sign, emoji]));
  return recentEmoji()
    .map((sign) => bySign.get(sign))
    .filter((emoji) => emoji !== undefined);
}

const groupWord = (group: EmojiGroup | 'recent', t: SayMessage): string =>
  group === 'recent' ? t('emojiRecent') : t(`emoji${group}`);

const COLUMNS = 8;

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...(event.currentTarget.parentElement?.children ?? [])];
  const next = buttons[buttons.indexOf(event.currentTarget) + step];
  if (next instanceof HTMLElement) next.focus();
}
