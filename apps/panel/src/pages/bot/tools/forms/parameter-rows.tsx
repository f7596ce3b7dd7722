import { ActionIcon, Checkbox, Input, Select, TagsInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTexts } from '../../../../text/index.ts';
import { toolsTexts } from '../texts/texts.ts';
import { identifier, type Parameter } from '../tool-draft.ts';
import classes from '../tools.module.css';
import { Add } from './pair-rows.tsx';

const types = ['text', 'number', 'date', 'choice'] as const satisfies readonly Parameter['type'][];

/** What the bot has to ask the customer before it may call. */
export function ParameterRows({
  parameters,
  onChange,
}: {
  parameters: readonly Parameter[];
  onChange: (parameters: Parameter[]) => void;
}) {
  const t = useTexts(toolsTexts);
  const put = (at: number, part: Partial<Parameter>) =>
    onChange(parameters.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <Input.Wrapper label={t('parameters')}>
      {parameters.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a parameter is known by its place while it is typed
        <div key={at} className={classes.line}>
          <TextInput
            flex="1 1 7rem"
            aria-label={t('parameterName')}
            placeholder="pedido"
            value={one.name}
            required
            onChange={(event) => put(at, { name: event.currentTarget.value })}
            onBlur={() => put(at, { name: identifier(one.name) })}
          />
          <TextInput
            flex="3 1 12rem"
            aria-label={t('parameterAbout')}
            placeholder={t('parameterAboutPlaceholder')}
            value={one.description}
            maxLength={300}
            required
            onChange={(event) => put(at, { description: event.currentTarget.value })}
          />
          <Select
            w={120}
            aria-label={t('parameterType')}
            data={types.map((type) => ({ value: type, label: t(`type_${type}`) }))}
            value={one.type}
            allowDeselect={false}
            onChange={(chosen) => put(at, { type: types.find((type) => type === chosen) ?? 'text' })}
          />
          <Checkbox
            mt={8}
            label={t('needed')}
            checked={one.required}
            onChange={(event) => put(at, { required: event.currentTarget.checked })}
          />
          <ActionIcon
            size={36}
            aria-label={t('removeParameter', { name: one.name })}
            onClick={() => onChange(parameters.filter((_, index) => index !== at))}
          >
            <IconX size={18} stroke={1.7} />
          </ActionIcon>
          {one.type === 'choice' && (
            <TagsInput
              flex="1 1 100%"
              aria-label={t('options')}
              placeholder={t('options')}
              value={one.options}
              maxTags={50}
              onChange={(options) => put(at, { options })}
            />
          )}
        </div>
      ))}
      {parameters.length < 10 && (
        <Add
          label={t('addParameter')}
          onClick={() =>
            onChange([
              ...parameters,
              { name: '', description: '', type: 'text', required: true, options: [], maxLength: 200 },
            ])
          }
        />
      )}
    </Input.Wrapper>
  );
}
