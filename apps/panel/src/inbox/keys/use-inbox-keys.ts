import type { RefObject } from 'react';
import type { ComposerHandle } from '../../composer/index.ts';
import { actOnTickets, type InboxItem, openDialog, possibleActions } from '../../conversation/index.ts';
import { useCan } from '../../session/index.ts';
import { type Action, useActions } from '../../shell/index.ts';
import { useTexts } from '../../text/index.ts';
import { listId } from '../list/inbox-row.tsx';
import type { InboxWork } from '../list/use-inbox-work.ts';
import { inboxTexts } from '../texts/texts.ts';

interface Keyed {
  readonly work: InboxWork;
  readonly ticket: InboxItem | undefined;
  readonly composer: RefObject<ComposerHandle | null>;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly onDetails: () => void;
  readonly onBack: () => void;
}

/** Everything that can be done here by the keyboard; the palette and the help list it by name. */
export function useInboxKeys({ work, ticket, composer, searchBox, onDetails, onBack }: Keyed): void {
  const t = useTexts(inboxTexts);
  const can = useCan();
  const group = t('group');
  // The list takes the focus, so that Enter opens what is chosen there and presses nothing else.
  const move = (by: number) => {
    document.getElementById(listId)?.focus({ preventScroll: true });
    work.move(by);
  };
  const moving: Action[] = [
    { id: 'inbox.next', label: t('next'), group, keys: 'j', run: () => move(1) },
    { id: 'inbox.previous', label: t('previous'), group, keys: 'k', run: () => move(-1) },
    { id: 'inbox.open', label: t('open'), group, keys: 'enter', run: () => void work.openActive() },
    { id: 'inbox.mark', label: t('mark'), group, keys: 'x', run: () => void work.markActive() },
    { id: 'inbox.search', label: t('goSearch'), group, keys: '/', run: () => searchBox.current?.focus() },
  ];
  const marked = work.order.filter((item) => work.marked.ids.has(item.ticketId));
  const subject = marked.length > 0 ? marked : ticket ? [ticket] : [];
  const possible = ticket && possibleActions(ticket, work.desk.me, can);
  const unmark = () => work.mark({ do: 'none' });
  const acting: (Action | false | undefined)[] = [
    ticket && { id: 'ticket.reply', label: t('reply'), group, keys: 'r', run: () => composer.current?.focus() },
    ticket && { id: 'ticket.note', label: t('note'), group, keys: 'n', run: () => composer.current?.note() },
    (marked.length > 0 || possible?.claim) && {
      id: 'ticket.claim',
      label: t('claim'),
      group,
      keys: 'c',
      run: () => void actOnTickets(subject, { do: 'claim' }).then((done) => done && unmark()),
    },
    (marked.length > 0 || possible?.transfer) && {
      id: 'ticket.transfer',
      label: t('transfer'),
      group,
      keys: 't',
      run: () => openDialog('transfer', subject, unmark),
    },
    (marked.length > 0 || possible?.resolve) && {
      id: 'ticket.resolve',
      label: t('resolve'),
      group,
      keys: 'e',
      run: () => openDialog('resolve', subject, unmark),
    },
    (marked.length > 0 || possible?.snooze) && {
      id: 'ticket.snooze',
      label: t('snooze'),
      group,
      keys: 's',
      run: () => openDialog('snooze', subject, unmark),
    },
    ticket && { id: 'ticket.tags', label: t('tags'), group, keys: 'l', run: () => openDialog('tags', subject, unmark) },
    possible?.reopen && {
      id: 'ticket.reopen',
      label: t('reopen'),
      group,
      run: () => void actOnTickets(subject, { do: 'reopen' }),
    },
    ticket && { id: 'ticket.details', label: t('details'), group, keys: 'i', run: onDetails },
    (ticket || marked.length > 0) && {
      id: 'inbox.back',
      label: marked.length > 0 ? t('unmarkAll') : t('backToList'),
      group,
      keys: 'escape',
      run: marked.length > 0 ? unmark : onBack,
    },
  ];
  useActions([...moving, ...acting.filter((action) => typeof action === 'object')]);
}
