import '@mantine/spotlight/styles.css';
import { Group, Kbd, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlightStore, Spotlight } from '@mantine/spotlight';
import { IconAddressBook, IconBolt, IconMessage, IconMessages, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useRead, useStore } from '../../api/index.ts';
import { useCan } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { shellTexts } from '../texts/texts.ts';
import { type Action, actionsStore } from './actions.ts';
import { findActions } from './find-actions.ts';
import { Keys } from './keys.tsx';
import { Marked } from './marked.tsx';
import { closeOverlay } from './open-state.ts';
import { useOpenHit } from './use-open-hit.ts';

const store = createSpotlightStore();

/** What comes late is chosen like what was there: Enter opens the first. The library chooses only when a letter is typed. */
function useFirstChosen(found: unknown): void {
  useEffect(() => {
    if (found === undefined) return;
    const list = document.getElementById(store.getState().listId);
    for (const old of list?.querySelectorAll('[data-selected]') ?? []) old.removeAttribute('data-selected');
    list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected: 0 }));
  }, [found]);
}

/** Ctrl-K: what can be done, where one can go, and whoever or whatever is looked for. */
export function Palette() {
  const t = useTexts(shellTexts);
  const [query, setQuery] = useState('');
  const actions = findActions(useStore(actionsStore).flat(), query);
  const groups = Map.groupBy(actions, (one) => one.group);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      forceOpened
      onSpotlightClose={closeOverlay}
      shortcut={null}
      scrollable
      maxHeight="min(60vh, 30rem)"
      attributes={{ content: { 'aria-label': t('commands') } }}
    >
      <Spotlight.Search
        placeholder={t('searchHint')}
        aria-label={t('searchHint')}
        leftSection={<IconSearch size={20} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        <Hits query={query} />
        {[...groups].map(([group, list]) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {list.map((action) => (
              <ActionRow key={action.id} action={action} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
      </Spotlight.ActionsList>
      <Spotlight.Footer>
        <Group gap="xs">
          <Kbd size="xs">↑</Kbd>
          <Kbd size="xs">↓</Kbd>
          <Kbd size="xs">Enter</Kbd>
          <Kbd size="xs">Esc</Kbd>
        </Group>
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}

function ActionRow({ action }: { action: Action }) {
  const run = () => {
    closeOverlay();
    action.run();
  };
  return (
    <Spotlight.Action onClick={run} closeSpotlightOnTrigger={false}>
      <Row
        icon={<IconBolt size={18} stroke={1.6} />}
        title={action.label}
        end={action.keys && <Keys keys={action.keys} />}
      />
    </Spotlight.Action>
  );
}

function Row({ icon, title, second, end }: { icon: ReactNode; title: ReactNode; second?: ReactNode; end?: ReactNode }) {
  return (
    <Group wrap="nowrap" w="100%" gap="sm">
      <Text span c="dimmed" lh={0}>
        {icon}
      </Text>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" truncate>
          {title}
        </Text>
        {second !== undefined && (
          <Text size="xs" c="dimmed" truncate>
            {second}
          </Text>
        )}
      </div>
      {end}
    </Group>
  );
}

function Hits({ query }: { query: string }) {
  const t = useTexts(shellTexts);
  const can = useCan();
  const [asked] = useDebouncedValue(query.trim(), 120);
  const wanted = asked.length >= 2 && can('contacts:read');
  const found = useRead('search.everything', wanted ? { q: asked, limit: 5 } : undefined, {
    keepPrevious: true,
    staleTime: 5_000,
  });
  const open = useOpenHit();
  useFirstChosen(found.data);
  if (!wanted) return null;
  if (!found.data) return <Spotlight.Empty>{found.error ? t('searchNothing') : t('searching')}</Spotlight.Empty>;
  const { contacts, tickets, messages } = found.data;
  if (contacts.length + tickets.length + messages.length === 0)
    return <Spotlight.Empty>{t('searchNothing')}</Spotlight.Empty>;
  return (
    <>
      {contacts.length > 0 && (
        <Spotlight.ActionsGroup label={t('groupContacts')}>
          {contacts.map((hit) => (
            <Spotlight.Action key={hit.contactId} onClick={() => open(hit)} closeSpotlightOnTrigger={false}>
              <Row
                icon={<IconAddressBook size={18} stroke={1.6} />}
                title={hit.by === 'name' ? <Marked {...hit.match} /> : (hit.name ?? t('unnamed'))}
                second={hit.by === 'phone' ? <Marked {...hit.match} /> : (hit.phone ?? undefined)}
              />
            </Spotlight.Action>
          ))}
        </Spotlight.ActionsGroup>
      )}
      {tickets.length > 0 && (
        <Spotlight.ActionsGroup label={t('groupTickets')}>
          {tickets.map((hit) => (
            <Spotlight.Action key={hit.ticketId} onClick={() => open(hit)} closeSpotlightOnTrigger={false}>
              <Row
                icon={<IconMessages size={18} stroke={1.6} />}
                title={hit.contact.name ?? hit.contact.phone ?? t('unnamed')}
                second={<Marked {...hit.match} />}
              />
            </Spotlight.Action>
          ))}
        </Spotlight.ActionsGroup>
      )}
      {messages.length > 0 && (
        <Spotlight.ActionsGroup label={t('groupMessages')}>
          {messages.map((hit) => (
            <Spotlight.Action key={hit.messageId} onClick={() => open(hit)} closeSpotlightOnTrigger={false}>
              <Row
                icon={<IconMessage size={18} stroke={1.6} />}
                title={<Marked {...hit.snippet} />}
                second={hit.contact.name ?? hit.contact.phone ?? t('unnamed')}
              />
            </Spotlight.Action>
          ))}
        </Spotlight.ActionsGroup>
      )}
    </>
  );
}
