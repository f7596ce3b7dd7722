import { ActionIcon, Button, FileButton, Group, Menu, Stack, Text, TextInput } from '@mantine/core';
import { IconUpload, IconVariable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { problemSentence } from '../../ui/index.ts';
import { useVariables } from '../canned/use-canned.tsx';
import { fillVariables, type VariableValues, variableNames } from '../canned/variables.ts';
import { dialogTexts, type SayDialog } from '../dialog-texts/texts.ts';
import { uploadFile } from '../files/upload-file.ts';
import type { ComposerConversation } from '../outgoing/conversation.ts';
import type { OutgoingDraft } from '../outgoing/outgoing-draft.ts';
import { firstValues, missingOf, type Template, type TemplateField, type TemplateValues } from './fill-template.ts';
import { TemplatePicture } from './template-picture.tsx';

interface TemplateFormProps {
  readonly template: Template;
  readonly conversation: ComposerConversation;
  onSend(draft: OutgoingDraft): void;
}

/** Its fields, and the picture of it that follows what is written. */
export function TemplateForm({ template, conversation, onSend }: TemplateFormProps): ReactNode {
  const t = useTexts(dialogTexts);
  const variables = useVariables(conversation);
  const [values, setValues] = useState<TemplateValues>(() => filled(firstValues(template.fields), variables));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const preview = useWrite('templates.preview');
  const missing = missingOf(template.fields, values);

  const send = async () => {
    setProblem(undefined);
    try {
      const { conversationId } = conversation;
      const made = await preview.mutateAsync({ templateId: template.id, values: { ...values }, conversationId });
      if (made.content === null) return setProblem(made.problem?.text ?? t('missing', { count: made.missing.length }));
      return onSend({ clientId: crypto.randomUUID(), content: made.content });
    } catch (error) {
      return setProblem(problemSentence(error));
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) void send();
      }}
    >
      <Stack gap="sm">
        <TemplatePicture template={template} values={values} label={t('preview')} />
        {template.fields.map((field) => (
          <Field
            key={field.key}
            field={field}
            value={values[field.key] ?? ''}
            variables={variables}
            onChange={(value) => setValues((now) => ({ ...now, [field.key]: value }))}
          />
        ))}
        <Group justify="flex-end" gap="sm">
          <Text
            size="sm"
            c={problem === undefined ? 'dimmed' : 'var(--b-danger)'}
            role={problem === undefined ? undefined : 'alert'}
          >
            {problem ?? (missing.length > 0 ? t('missing', { count: missing.length }) : '')}
          </Text>
          <Button
            type="submit"
            disabled={missing.length > 0}
            loading={preview.isPending}
            data-autofocus={template.fields.length === 0 || undefined}
          >
            {t('send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const filled = (values: TemplateValues, variables: VariableValues): TemplateValues =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fillVariables(value, variables)]));

/** Places are numbered or named; of a button it is the end of its address, or its code. */
function labelOf({ key, label }: TemplateField, t: SayDialog): string {
  const name = label.replace(/[{}]/g, '').trim();
  return key.startsWith('button.') ? t('fillButton', { label: name }) : t('fillField', { label: name });
}

interface FieldProps {
  readonly field: TemplateField;
  readonly value: string;
  readonly variables: VariableValues;
  onChange(value: string): void;
}

function Field(props: FieldProps): ReactNode {
  const t = useTexts(dialogTexts);
  const { field, value, variables, onChange } = props;
  if (field.kind === 'image' || field.kind === 'video' || field.kind === 'document') return <FileField {...props} />;
  const known = variableNames.filter((name) => variables[name] !== '');
  const example = field.example === null ? undefined : t('example', { example: field.example });
  return (
    <TextInput
      label={labelOf(field, t)}
      placeholder={field.kind === 'location' ? t('coordinates') : example}
      value={value}
      required
      maxLength={1_024}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('variable')} title={t('variable')}>
              <IconVariable size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {known.map((name) => (
              <Menu.Item key={name} onClick={() => onChange(`${value}${variables[name]}`)}>
                {variables[name]}
                <Text size="xs" c="dimmed">
                  {name}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    />
  );
}

const accepts = { image: 'image/jpeg,image/png', video: 'video/mp4', document: '' } as const;

/** A picture, video or document at the top: brought up when it is chosen. */
function FileField({ field, value, onChange }: FieldProps): ReactNode {
  const t = useTexts(dialogTexts);
  const [name, setName] = useState('');
  const [share, setShare] = useState<number | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const kind = field.kind === 'image' || field.kind === 'video' ? field.kind : 'document';
  const take = async (file: File | null) => {
    if (!file) return;
    setProblem(undefined);
    setName(file.name);
    setShare(0);
    try {
      const watch = { onProgress: setShare, signal: new AbortController().signal };
      onChange((await uploadFile({ file, fileName: file.name, kind }, watch)).id);
    } catch (error) {
      onChange('');
      setProblem(problemSentence(error));
    } finally {
      setShare(undefined);
    }
  };
  return (
    <div>
      <Text size="sm" fw={500}>
        {field.label}
      </Text>
      <Group gap="xs">
        <FileButton accept={accepts[kind]} onChange={(file) => void take(file)}>
          {(props) => (
            <Button
              {...props}
              variant="light"
              size="compact-md"
              leftSection={<IconUpload size={16} />}
              loading={share !== undefined}
            >
              {t(value === '' ? 'chooseFile' : 'changeFile')}
            </Button>
          )}
        </FileButton>
        <Text
          size="sm"
          c={problem === undefined ? 'dimmed' : 'var(--b-danger)'}
          role={problem === undefined ? undefined : 'alert'}
        >
          {problem ?? (share === undefined ? name : t('uploading', { percent: Math.round(share * 100) }))}
        </Text>
      </Group>
    </div>
  );
}
