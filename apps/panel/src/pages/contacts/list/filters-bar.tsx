import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRead } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { contactsTexts } from '../texts/texts.ts';
import classes from './contacts.module.css';

export interface Filters {
  readonly q?: string;
  readonly tagId?: string;
  readonly optIn?: 'in' | 'out' | 'unknown';
  readonly blocked?: boolean;
  readonly order: 'recent' | 'name';
}

export const noFilters: Filters = { order: 'recent' };
export const isFiltered = ({ order: _order, ...rest }: Filters): boolean => Object.keys(rest).length > 0;

/** Without the key when nothing is chosen: what is not asked is not in the question. */
function change<Key extends keyof Filters>(filters: Filters, key: Key, value: Filters[Key] | undefined): Filters {
  const { [key]: _old, ...rest } = filters;
  return (value === undefined || value === '' ? rest : { ...rest, [key]: value }) as Filters; // `order` is never emptied
}

export function FiltersBar({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const t = useTexts(contactsTexts);
  const { data } = useRead('tags.list', {}, { staleTime: 60_000 });
  const tags = (data?.tags ?? []).map((tag) => ({ value: tag.id, label: tag.name }));
  const set = <Key extends keyof Filters>(key: Key, value: Filters[Key] | undefined) =>
    onChange(change(filters, key, value));
  return (
    <div className={classes.bar} role="search">
      <TextInput
        className={classes.search ?? ''}
        type="search"
        aria-label={t('searchLabel')}
        placeholder={t('search')}
        leftSection={<IconSearch size={18} stroke={1.7} />}
        value={filters.q ?? ''}
        onChange={(event) => set('q', event.currentTarget.value)}
      />
      <Select
        className={classes.pick ?? ''}
        aria-label={t('tag')}
        placeholder={t('anyTag')}
        data={tags}
        value={filters.tagId ?? null}
        onChange={(value) => set('tagId', value ?? undefined)}
        clearable
        searchable
      />
      <Select
        className={classes.pick ?? ''}
        aria-label={t('optIn')}
        placeholder={t('optInAny')}
        data={[
          { value: 'in', label: t('optInIn') },
          { value: 'out', label: t('optInOut') },
          { value: 'unknown', label: t('optInUnknown') },
        ]}
        value={filters.optIn ?? null}
        onChange={(value) => set('optIn', (value as Filters['optIn']) ?? undefined)} // one of the three above
        clearable
      />
      <Select
        className={classes.pick ?? ''}
        aria-label={t('blocked')}
        placeholder={t('blockedAny')}
        data={[
          { value: 'true', label: t('blockedOnly') },
          { value: 'false', label: t('blockedNot') },
        ]}
        value={filters.blocked === undefined ? null : String(filters.blocked)}
        onChange={(value) => set('blocked', value === null ? undefined : value === 'true')}
        clearable
      />
      <Select
        className={classes.pick ?? ''}
        aria-label={t('order')}
        data={[
          { value: 'recent', label: t('byRecent') },
          { value: 'name', label: t('byName') },
        ]}
        value={filters.order}
        onChange={(value) => set('order', value === 'name' ? 'name' : 'recent')}
        allowDeselect={false}
      />
      {isFiltered(filters) && (
        <Button variant="subtle" onClick={() => onChange({ order: filters.order })}>
          {t('clearFilters')}
        </Button>
      )}
    </div>
  );
}
