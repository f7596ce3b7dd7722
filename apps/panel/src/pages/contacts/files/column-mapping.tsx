import { Button, Checkbox, Group, MultiSelect, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { type Output, useRead, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, Loaded, uiTexts } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';

type Preview = Output<'imports.preview'>;
type Target = Preview['columns'][number]['guess'];
const kinds = ['ignore', 'name', 'phone', 'email', 'tags', 'note'] as const;

const keyOf = (target: Target): string => (target.kind === 'field' ? `field:${target.fieldId}` : target.kind);
function targetOf(key: string): Target {
  const kind = kinds.find((one) => one === key);
  return kind === undefined ? { kind: 'field', fieldId: key.slice('field:'.length) } : { kind };
}

export function ColumnMapping({
  importId,
  onRunning,
  onBack,
}: {
  importId: string;
  onRunning: () => void;
  onBack: () => void;
}) {
  const read = useRead('imports.preview', { importId }, { staleTime: Number.POSITIVE_INFINITY });
  return (
    <Loaded read={read}>
      {(preview) => <Mapping preview={preview} importId={importId} onRunning={onRunning} onBack={onBack} />}
    </Loaded>
  );
}

function Mapping({
  preview,
  importId,
  onRunning,
  onBack,
}: {
  preview: Preview;
  importId: string;
  onRunning: () => void;
  onBack: () => void;
}) {
  const t = useTexts(contactsTexts);
  const ui = useTexts(uiTexts);
  const [targets, setTargets] = useState(() => new Map(preview.columns.map((one) => [one.index, keyOf(one.guess)])));
  const [onDuplicate, setOnDuplicate] = useState<'update' | 'skip' | 'create'>('update');
  const [tagIds, setTagIds] = useState<string[]>([]);
  const [agreed, setAgreed] = useState(false);
  const [source, setSource] = useState('');
  const { data: tags } = useRead('tags.list', {}, { staleTime: 60_000 });
  const run = useWrite('imports.run', { refreshes: ['imports.list'], onSuccess: onRunning });
  const chosen = new Set(targets.values());
  const identified = ['phone', 'email', 'name'].some((kind) => chosen.has(kind));
  const start = () =>
    run.mutate({
      importId,
      mapping: [...targets].map(([column, key]) => ({ column, to: targetOf(key) })),
      onDuplicate,
      tagIds,
      ...(agreed && source.trim() !== '' ? { optIn: { source: source.trim() } } : {}),
    });
  return (
    <Stack gap="md">
      <ColumnsTable preview={preview} targets={targets} onChange={setTargets} />
      <Problems preview={preview} />
      <Select
        label={t('duplicates')}
        data={(['update', 'skip', 'create'] as const).map((one) => ({ value: one, label: t(`dup_${one}`) }))}
        value={onDuplicate}
        onChange={(value) => setOnDuplicate((value as typeof onDuplicate) ?? 'update')} // one of the three above
        allowDeselect={false}
      />
      <MultiSelect
        label={t('giveTags')}
        data={(tags?.tags ?? []).map((tag) => ({ value: tag.id, label: tag.name }))}
        value={tagIds}
        onChange={setTagIds}
        searchable
      />
      <Checkbox label={t('optInAll')} checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} />
      {agreed && (
        <TextInput
          label={t('optInSource')}
          description={t('sourceHint')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          required
        />
      )}
      {!identified && (
        <Text size="sm" c="var(--b-danger)" role="alert">
          {t('needIdentity')}
        </Text>
      )}
      <FormProblem problem={run.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onBack}>
          {ui('back')}
        </Button>
        <Button onClick={start} loading={run.isPending} disabled={!identified || (agreed && source.trim() === '')}>
          {t('startImport')}
        </Button>
      </Group>
    </Stack>
  );
}

function FirstLines({ preview, column }: { preview: Preview; column: number }) {
  return (
    <Text size="xs" c="dimmed" lineClamp={2}>
      {preview.lines
        .slice(0, 3)
        .map((line) => line[column] ?? '')
        .filter((cell) => cell !== '')
        .join(' · ')}
    </Text>
  );
}

function ColumnsTable({
  preview,
  targets,
  onChange,
}: {
  preview: Preview;
  targets: ReadonlyMap<number, string>;
  onChange: (targets: Map<number, string>) => void;
}) {
  const t = useTexts(contactsTexts);
  const narrow = useMediaQuery('(max-width: 40em)');
  const { data } = useRead('fields.list', {}, { staleTime: 60_000 });
  const fields = (data?.fields ?? []).filter((field) => field.archivedAt === null);
  const choices = [
    ...kinds.map((kind) => ({ value: kind as string, label: t(`t_${kind}`) })),
    ...fields.map((field) => ({ value: `field:${field.id}`, label: field.name })),
  ];
  return (
    <Table.ScrollContainer minWidth={narrow ? 240 : 480} maxHeight={360}>
      <Table verticalSpacing="xs" aria-label={t('columns')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column')}</Table.Th>
            {!narrow && <Table.Th>{t('firstLines')}</Table.Th>}
            <Table.Th>{t('becomes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.columns.map((column) => (
            <Table.Tr key={column.index}>
              <Table.Td>
                <Text size="sm" fw={600} lineClamp={2}>
                  {column.header}
                </Text>
                {narrow && <FirstLines preview={preview} column={column.index} />}
              </Table.Td>
              {!narrow && (
                <Table.Td>
                  <FirstLines preview={preview} column={column.index} />
                </Table.Td>
              )}
              <Table.Td>
                <Select
                  size="xs"
                  aria-label={`${t('becomes')}: ${column.header}`}
                  data={choices}
                  value={targets.get(column.index) ?? 'ignore'}
                  onChange={(value) => onChange(new Map(targets).set(column.index, value ?? 'ignore'))}
                  allowDeselect={false}
                  comboboxProps={{ withinPortal: true }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Problems({ preview }: { preview: Preview }) {
  const t = useTexts(contactsTexts);
  if (preview.problems.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('previewProblems', { count: preview.problems.length })}
      </Text>
      {preview.problems.slice(0, 5).map((one) => (
        <Text key={`${one.line} ${one.column} ${one.problem}`} size="xs" c="dimmed">
          {t('line', { line: one.line })}: {t(`p_${one.problem}`)}
          {one.value === null ? '' : ` (${one.value})`}
        </Text>
      ))}
    </div>
  );
}
