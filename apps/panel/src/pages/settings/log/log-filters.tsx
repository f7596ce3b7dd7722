import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useRead } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import type { Filters } from './filters.ts';
import { logTexts } from './texts/texts.ts';

const groups = [
  'session',
  'password',
  'totp',
  'passkey',
  'person',
  'role',
  'api-key',
  'import',
  'export',
  'read',
] as const;
const wordOf = {
  session: 'session',
  password: 'password',
  totp: 'totp',
  passkey: 'passkey',
  person: 'people',
  role: 'role',
  'api-key': 'apiKey',
  import: 'imports',
  export: 'exports',
  read: 'read',
} as const satisfies Record<(typeof groups)[number], string>;

/** A day as its field writes it, in the time of whoever looks: its beginning, or the beginning of the next. */
const edgeOf = (day: string, more: number): string => {
  const time = new Date(`${day}T00:00:00`);
  time.setDate(time.getDate() + more);
  return time.toISOString();
};

export function LogFilters({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const t = useTexts(logTexts);
  const people = useRead('people.list', {});
  const set = <Key extends keyof Filters>(key: Key, value: Filters[Key] | undefined) => {
    const { [key]: _old, ...rest } = filters;
    onChange(value === undefined ? rest : { ...rest, [key]: value });
  };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" mb="md">
      <Select
        label={t('group')}
        placeholder={t('anyGroup')}
        clearable
        data={groups.map((group) => ({ value: group, label: t(wordOf[group]) }))}
        value={filters.group ?? null}
        onChange={(chosen) =>
          set(
            'group',
            groups.find((group) => group === chosen),
          )
        }
      />
      <Select
        label={t('person')}
        placeholder={t('anyPerson')}
        clearable
        searchable
        data={(people.data?.people ?? []).map((one) => ({ value: one.id, label: one.name }))}
        value={filters.memberId ?? null}
        onChange={(chosen) => set('memberId', chosen ?? undefined)}
      />
      <TextInput
        type="date"
        label={t('from')}
        onChange={({ currentTarget: { value } }) => set('from', value === '' ? undefined : edgeOf(value, 0))}
      />
      <TextInput
        type="date"
        label={t('until')}
        onChange={({ currentTarget: { value } }) => set('until', value === '' ? undefined : edgeOf(value, 1))}
      />
    </SimpleGrid>
  );
}
