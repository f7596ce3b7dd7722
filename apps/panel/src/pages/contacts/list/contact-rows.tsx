import { Badge, Button, Text } from '@mantine/core';
import { IconSearchOff, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { type Output, useRead, useReadPages } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { EmptyState, ErrorState, PersonAvatar, RelativeTime, RowsSkeleton } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';
import classes from './contacts.module.css';
import type { Filters } from './filters-bar.tsx';

type Row = Output<'contacts.list'>['contacts'][number];
type Tag = Output<'tags.list'>['tags'][number];

const ROW_HEIGHT = 60;

/** As many as there are: only what is on the screen is drawn, and the next page is asked for before the end is reached. */
export function ContactRows({
  filters,
  filtered,
  onClear,
}: {
  filters: Filters;
  filtered: boolean;
  onClear: () => void;
}) {
  const t = useTexts(contactsTexts);
  const pages = useReadPages('contacts.list', filters, 'after', { keepPrevious: true });
  const { data: tagged } = useRead('tags.list', { archived: 'true' }, { staleTime: 60_000 });
  const tags = useMemo(() => new Map((tagged?.tags ?? []).map((tag) => [tag.id, tag])), [tagged]);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.contacts) ?? [], [pages.data]);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- no compiler runs here; the virtualizer tells when to draw again
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 15) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <div className={classes.list} ref={scroller} aria-busy={pages.isFetching}>
      {pages.isPending && <RowsSkeleton rows={10} height={ROW_HEIGHT} />}
      {pages.isError && rows.length === 0 && <ErrorState error={pages.error} onRetry={pages.refetch} />}
      {pages.isSuccess && rows.length === 0 && filtered && (
        <EmptyState
          icon={<IconSearchOff size={26} stroke={1.6} />}
          title={t('noneFoundTitle')}
          action={
            <Button variant="default" onClick={onClear}>
              {t('clearFilters')}
            </Button>
          }
        >
          {t('noneFoundText')}
        </EmptyState>
      )}
      {pages.isSuccess && rows.length === 0 && !filtered && (
        <EmptyState icon={<IconUsers size={26} stroke={1.6} />} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      )}
      {rows.length > 0 && <Columns />}
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {shown.map((item) => {
          const row = rows[item.index];
          return row && <ContactRow key={row.id} row={row} top={item.start} tags={tags} />;
        })}
      </div>
    </div>
  );
}

/** For the eye: each row reads well by itself, so those who listen are spared the repetition. */
function Columns() {
  const t = useTexts(contactsTexts);
  return (
    <div className={classes.columns} aria-hidden>
      <span />
      <span>{t('name')}</span>
      <span>{t('email')}</span>
      <span>{t('tags')}</span>
      <span className={classes.end}>{t('changedAt')}</span>
    </div>
  );
}

function ContactRow({ row, top, tags }: { row: Row; top: number; tags: ReadonlyMap<string, Tag> }) {
  const t = useTexts(contactsTexts);
  const name = row.name ?? row.phone ?? row.email ?? t('noName');
  return (
    <Link
      to="/contacts/$contactId"
      params={{ contactId: row.id }}
      className={classes.row ?? ''}
      style={{ transform: `translateY(${top}px)` }}
    >
      <PersonAvatar name={name} id={row.id} size={36} />
      <div>
        <Text size="sm" fw={600} truncate>
          {name}
        </Text>
        {row.name !== null && (
          <Text size="xs" c="dimmed" truncate>
            {row.phone ?? row.email ?? t('noPhone')}
          </Text>
        )}
      </div>
      <Text size="sm" truncate className={classes.onlyWide ?? ''}>
        {row.email}
      </Text>
      <div className={`${classes.tags} ${classes.onlyWide}`}>
        {row.tagIds.slice(0, 3).map((id) => (
          <Badge key={id} variant="dot" color={tags.get(id)?.color ?? 'gray'} size="sm" tt="none">
            {tags.get(id)?.name ?? '…'}
          </Badge>
        ))}
      </div>
      <div className={classes.end}>
        {row.blocked ? (
          <Badge color="red" variant="light" size="sm">
            {t('blocked')}
          </Badge>
        ) : (
          <RelativeTime at={row.updatedAt} />
        )}
      </div>
    </Link>
  );
}
