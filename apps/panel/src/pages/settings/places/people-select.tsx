import { MultiSelect } from '@mantine/core';
import { useRead } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { placesTexts } from './texts/texts.ts';

export function PeopleSelect({ value, onChange }: { value: string[]; onChange: (memberIds: string[]) => void }) {
  const t = useTexts(placesTexts);
  const { data } = useRead('people.list', {});
  const people = (data?.people ?? [])
    .filter((one) => one.state === 'active' || value.includes(one.id))
    .map((one) => ({ value: one.id, label: one.name }));
  return (
    <MultiSelect
      label={t('people')}
      placeholder={value.length === 0 ? t('pickPeople') : ''}
      data={people}
      value={value}
      onChange={onChange}
      searchable
    />
  );
}
