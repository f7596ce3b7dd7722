import { CloseButton, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTexts } from '../../text/index.ts';
import { ErrorState, RowsSkeleton } from '../../ui/index.ts';
import { FilterChips } from '../filters/filter-chips.tsx';
import { FilterMenu } from '../filters/filter-menu.tsx';
import { ViewTabs } from '../filters/view-tabs.tsx';
import { SearchResults } from '../search/search-results.tsx';
import { inboxTexts } from '../texts/texts.ts';
import { BulkBar } from './bulk-bar.tsx';
import { InboxList } from './inbox-list.tsx';
import classes from './list.module.css';
import { ListEmpty } from './list-empty.tsx';
import type { InboxWork } from './use-inbox-work.ts';

interface Props {
  readonly work: InboxWork;
  readonly searchBox: RefObject<HTMLInputElement | null>;
}

/** Search, views and filters above; the list; and what is done to the marked ones below. */
export function ListPane({ work, searchBox }: Props) {
  const t = useTexts(inboxTexts);
  const navigate = useNavigate();
  const { question, ask, q, setQ } = work;
  const searching = q.trim().length >= 2;
  return (
    <section className={classes.pane} aria-label={t('title')}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <div className={classes.top}>
        <div className={classes.searchLine}>
          <TextInput
            ref={searchBox}
            className={classes.search ?? ''}
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={16} stroke={1.7} />}
            rightSection={
              q === '' ? undefined : <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => setQ('')} />
            }
            value={q}
            onChange={(event) => setQ(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              setQ('');
              event.currentTarget.blur();
            }}
          />
          <FilterMenu question={question} onAsk={ask} />
        </div>
        {!searching && <ViewTabs question={question} onAsk={ask} />}
      </div>
      {searching ? (
        <SearchResults
          q={q.trim()}
          onOpen={work.openFound}
          onContact={(contactId) => void navigate({ to: '/contacts/$contactId', params: { contactId } })}
        />
      ) : (
        <>
          <FilterChips question={question} onAsk={ask} />
          <ListBody work={work} />
        </>
      )}
    </section>
  );
}

function ListBody({ work }: { work: InboxWork }) {
  const { list, question, ask, marked, mark } = work;
  if (!list.data && list.error) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (!list.data) return <RowsSkeleton rows={9} height={72} />;
  if (list.items.length === 0 && !list.isPlaceholderData) return <ListEmpty question={question} onAsk={ask} />;
  const chosen = work.order.filter((item) => marked.ids.has(item.ticketId));
  return (
    <>
      <InboxList
        key={JSON.stringify(question)}
        items={list.items}
        desk={work.desk}
        openId={work.openId}
        activeId={work.activeId}
        marked={marked}
        hasMore={list.hasNextPage}
        onMore={work.onMore}
        onOrder={work.onOrder}
        onOpen={work.onOpen}
        onMark={work.onMark}
        onNear={work.onNear}
        onKey={work.onKey}
      />
      {chosen.length > 0 && (
        <BulkBar
          items={chosen}
          onAll={() => mark({ do: 'all', order: work.order.map((item) => item.ticketId) })}
          onNone={() => mark({ do: 'none' })}
        />
      )}
    </>
  );
}
