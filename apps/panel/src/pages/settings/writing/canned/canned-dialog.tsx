import { Button, Group, Menu, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconVariable } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useWrite } from '../../../../api/index.ts';
import { variableNames } from '../../../../composer/index.ts';
import { RichText, type ShownMedia } from '../../../../messages/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { FormProblem, uiTexts } from '../../../../ui/index.ts';
import { SharingFields } from '../shared/sharing-fields.tsx';
import classes from '../shared/writing.module.css';
import { writingTexts } from '../texts/texts.ts';
import type { Canned } from './canned.ts';
import { CannedFiles } from './canned-files.tsx';

const SHORTCUT = /^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]{0,39}$/u;

/** What the server takes, from what people type: small letters, no blanks, no slash. */
const asShortcut = (text: string): string => text.toLowerCase().replace(/^\//, '').replace(/\s+/g, '-').slice(0, 40);

const startOf = (of: Canned | undefined, mayShare: boolean) => ({
  shortcut: of?.shortcut ?? '',
  title: of?.title ?? '',
  body: of?.body ?? '',
  media: of?.media ?? ([] as readonly ShownMedia[]),
  personal: of === undefined ? !mayShare : of.ownerId !== null,
  departmentIds: of?.departmentIds ?? ([] as readonly string[]),
});

export function CannedDialog({ of, onClose }: { of: Canned | undefined; onClose(): void }): ReactNode {
  const t = useTexts(writingTexts);
  const ui = useTexts(uiTexts);
  const mayShare = useCan()('desk:write');
  const [form, setForm] = useState(() => startOf(of, mayShare));
  const [problem, setProblem] = useState<unknown>(undefined);
  const save = useWrite('canned.save', { refreshes: ['canned.list'] });
  const change = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const bad = form.shortcut !== '' && !SHORTCUT.test(form.shortcut);
  const submit = async () => {
    try {
      await save.mutateAsync({
        ...(of === undefined ? {} : { id: of.id }),
        shortcut: form.shortcut,
        title: form.title.trim() === '' ? null : form.title.trim(),
        body: form.body,
        mediaIds: form.media.map(({ id }) => id),
        departmentIds: form.personal ? [] : [...form.departmentIds],
        personal: form.personal,
      });
      onClose();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': ui('close') }}
      size="lg"
      title={of === undefined ? t('cannedNew') : t('edit', { name: of.title ?? of.shortcut })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!bad) void submit();
        }}
      >
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextInput
              label={t('shortcut')}
              description={t('shortcutHint')}
              leftSection="/"
              value={form.shortcut}
              error={bad && t('shortcutBad')}
              required
              data-autofocus
              onChange={(event) => change({ shortcut: asShortcut(event.currentTarget.value) })}
            />
          </Group>
          <TextInput
            label={t('cannedTitle')}
            value={form.title}
            maxLength={100}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <BodyField body={form.body} onBody={(body) => change({ body })} />
          <CannedFiles media={form.media} onMedia={(media) => change({ media })} onProblem={setProblem} />
          <SharingFields value={form} onChange={change} />
          <FormProblem problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button
              type="submit"
              loading={save.isPending}
              disabled={bad || form.shortcut === '' || (form.body.trim() === '' && form.media.length === 0)}
            >
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The words, with what can stand in them, and how they look. */
function BodyField({ body, onBody }: { body: string; onBody(body: string): void }): ReactNode {
  const t = useTexts(writingTexts);
  const area = useRef<HTMLTextAreaElement>(null);
  const word = (name: (typeof variableNames)[number]) => t(`var_${name.replace('.', '_') as VariableKey}`); // each has its text
  const insert = (name: string) => {
    const { selectionStart: from, selectionEnd: to } = area.current ?? {
      selectionStart: body.length,
      selectionEnd: body.length,
    };
    onBody(`${body.slice(0, from)}{{${name}}}${body.slice(to)}`);
  };
  const shown = variableNames.reduce((text, name) => text.replaceAll(`{{${name}}}`, `_${word(name)}_`), body);
  return (
    <>
      <Textarea
        ref={area}
        label={t('body')}
        value={body}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4_096}
        onChange={(event) => onBody(event.currentTarget.value)}
      />
      <Group>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="compact-sm" variant="light" leftSection={<IconVariable size={16} />}>
              {t('insert')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {variableNames.map((name) => (
              <Menu.Item key={name} onClick={() => insert(name)}>
                {word(name)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {body.trim() === '' ? null : (
        <div className={classes.preview}>
          <Text size="xs" c="dimmed" mb={4}>
            {t('preview')}
          </Text>
          <RichText text={shown} />
        </div>
      )}
    </>
  );
}

type VariableKey =
  | 'contato_nome'
  | 'contato_primeiro_nome'
  | 'contato_telefone'
  | 'atendente_nome'
  | 'atendente_primeiro_nome'
  | 'empresa_nome'
  | 'atendimento_protocolo'
  | 'saudacao';
