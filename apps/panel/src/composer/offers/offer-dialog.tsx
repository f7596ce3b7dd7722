import {
  ActionIcon,
  Button,
  Group,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import type { DialogProps } from '../dialog-props.ts';
import { dialogTexts } from '../dialog-texts/texts.ts';
import { DraftPreview } from '../outgoing/draft-preview.tsx';
import { type OfferForm, type OfferRow, offerContent, offerLimits } from './check-offer.ts';

const row = (): OfferRow => ({ key: crypto.randomUUID(), title: '', description: '' });

const emptyForm = (text: string): OfferForm => ({
  of: 'buttons',
  header: '',
  text,
  footer: '',
  buttons: [row(), row(), row()],
  button: '',
  rows: [row(), row()],
  url: '',
});

/** Buttons, a list or a link, with the picture of it beside. */
export function OfferDialog({ opened, onClosed, text, onSend, onClose }: DialogProps): ReactNode {
  const t = useTexts(dialogTexts);
  const [form, setForm] = useState(() => emptyForm(text));
  const [told, setTold] = useState(false);
  const change = (part: Partial<OfferForm>) => setForm((now) => ({ ...now, ...part }));
  const made = offerContent(form);
  const send = () => {
    setTold(true);
    if ('problem' in made) return;
    onSend({ clientId: crypto.randomUUID(), content: made.content });
    onClose();
  };
  const shown = 'content' in made ? made.content : undefined;
  return (
    <DialogFrame opened={opened} onClose={onClose} onClosed={onClosed} title={t('offer')} size="xl">
      <Stack gap="md">
        <SegmentedControl
          value={form.of}
          onChange={(of) => change({ of })}
          data={[
            { value: 'buttons', label: t('ofButtons') },
            { value: 'list', label: t('ofList') },
            { value: 'link', label: t('ofLink') },
          ]}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          <Stack gap="sm">
            <Words form={form} onChange={change} />
            {form.of === 'buttons' ? <Buttons form={form} onChange={change} /> : null}
            {form.of === 'list' ? <Rows form={form} onChange={change} /> : null}
            {form.of === 'link' ? <Link form={form} onChange={change} /> : null}
          </Stack>
          <DraftPreview
            content={shown ?? { kind: 'text', text: form.text.trim() || t('offerTextHint') }}
            label={t('preview')}
          />
        </SimpleGrid>
        <Group justify="flex-end" gap="sm">
          {told && 'problem' in made ? (
            <Text size="sm" c="var(--b-danger)" role="alert">
              {t(`problem_${made.problem}`)}
            </Text>
          ) : null}
          <Button onClick={send}>{t('send')}</Button>
        </Group>
      </Stack>
    </DialogFrame>
  );
}

interface PartProps {
  readonly form: OfferForm;
  onChange(part: Partial<OfferForm>): void;
}

function Words({ form, onChange }: PartProps): ReactNode {
  const t = useTexts(dialogTexts);
  return (
    <>
      <Textarea
        label={t('offerText')}
        placeholder={t('offerTextHint')}
        value={form.text}
        minRows={3}
        rows={3}
        required
        data-autofocus
        maxLength={form.of === 'list' ? offerLimits.listText : offerLimits.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <TextInput
        label={t('header')}
        value={form.header}
        maxLength={offerLimits.header}
        onChange={(event) => onChange({ header: event.currentTarget.value })}
      />
      <TextInput
        label={t('footer')}
        value={form.footer}
        maxLength={offerLimits.footer}
        onChange={(event) => onChange({ footer: event.currentTarget.value })}
      />
    </>
  );
}

const changed = (rows: readonly OfferRow[], key: string, part: Partial<OfferRow>) =>
  rows.map((one) => (one.key === key ? { ...one, ...part } : one));

function Buttons({ form, onChange }: PartProps): ReactNode {
  const t = useTexts(dialogTexts);
  return form.buttons.map((one, n) => (
    <TextInput
      key={one.key}
      label={t('buttonN', { n: n + 1 })}
      value={one.title}
      maxLength={offerLimits.buttonTitle}
      onChange={(event) => onChange({ buttons: changed(form.buttons, one.key, { title: event.currentTarget.value }) })}
    />
  ));
}

function Rows({ form, onChange }: PartProps): ReactNode {
  const t = useTexts(dialogTexts);
  const { rows } = form;
  return (
    <>
      <TextInput
        label={t('listButton')}
        placeholder={t('listButtonHint')}
        value={form.button}
        required
        maxLength={offerLimits.buttonTitle}
        onChange={(event) => onChange({ button: event.currentTarget.value })}
      />
      {rows.map((one, n) => (
        <Group key={one.key} gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            flex={1}
            label={t('rowN', { n: n + 1 })}
            value={one.title}
            maxLength={offerLimits.rowTitle}
            onChange={(event) => onChange({ rows: changed(rows, one.key, { title: event.currentTarget.value }) })}
          />
          <TextInput
            flex={1}
            aria-label={`${t('rowN', { n: n + 1 })}: ${t('rowDetail')}`}
            placeholder={t('rowDetail')}
            value={one.description}
            maxLength={offerLimits.rowDescription}
            onChange={(event) => onChange({ rows: changed(rows, one.key, { description: event.currentTarget.value }) })}
          />
          <ActionIcon
            size="lg"
            aria-label={t('removeRow', { n: n + 1 })}
            disabled={rows.length === 1}
            onClick={() => onChange({ rows: rows.filter((other) => other.key !== one.key) })}
          >
            <IconX size={18} />
          </ActionIcon>
        </Group>
      ))}
      {rows.length < offerLimits.rows ? (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} />}
          onClick={() => onChange({ rows: [...rows, row()] })}
        >
          {t('addRow')}
        </Button>
      ) : null}
    </>
  );
}

function Link({ form, onChange }: PartProps): ReactNode {
  const t = useTexts(dialogTexts);
  return (
    <>
      <TextInput
        label={t('linkButton')}
        placeholder={t('linkButtonHint')}
        value={form.button}
        required
        maxLength={offerLimits.buttonTitle}
        onChange={(event) => onChange({ button: event.currentTarget.value })}
      />
      <TextInput
        label={t('url')}
        placeholder="https://"
        type="url"
        inputMode="url"
        value={form.url}
        required
        onChange={(event) => onChange({ url: event.currentTarget.value })}
      />
    </>
  );
}
