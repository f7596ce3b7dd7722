import { ActionIcon, Button, Input, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '../../../text/index.ts';
import { workTexts } from './texts/texts.ts';
import classes from './work.module.css';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Which department a subject goes to. */
export function DepartmentsByIntent({
  chosen,
  departments,
  intents,
  onChange,
}: {
  chosen: Readonly<Record<string, string>>;
  departments: readonly { readonly id: string; readonly name: string }[];
  intents: readonly Choice[];
  onChange: (chosen: Record<string, string>) => void;
}) {
  const t = useTexts(workTexts);
  const rows = Object.entries(chosen);
  const free = intents.filter((one) => !Object.hasOwn(chosen, one.value));
  const replace = (key: string, by: readonly [string, string] | undefined) =>
    onChange(Object.fromEntries(rows.flatMap((row) => (row[0] === key ? (by ? [by] : []) : [row]))));
  const [firstDepartment] = departments;
  const [firstFree] = free;
  return (
    <Input.Wrapper label={t('byIntent')} description={t('byIntentHint')}>
      {rows.map(([key, departmentId]) => (
        <div key={key} className={classes.row}>
          <Select
            flex="1 1 9rem"
            aria-label={t('intent')}
            data={intents.filter((one) => one.value === key || free.includes(one))}
            value={key}
            allowDeselect={false}
            searchable
            onChange={(next) => next !== null && replace(key, [next, departmentId])}
          />
          <Select
            flex="1 1 9rem"
            aria-label={t('department')}
            data={departments.map((one) => ({ value: one.id, label: one.name }))}
            value={departmentId}
            allowDeselect={false}
            onChange={(next) => next !== null && replace(key, [key, next])}
          />
          <ActionIcon aria-label={t('remove')} onClick={() => replace(key, undefined)}>
            <IconX size={18} stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
      {firstDepartment && firstFree && (
        <Button
          mt="xs"
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.7} />}
          onClick={() => onChange({ ...chosen, [firstFree.value]: firstDepartment.id })}
        >
          {t('addRule')}
        </Button>
      )}
    </Input.Wrapper>
  );
}
