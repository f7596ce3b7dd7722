import { ActionIcon, Button, FileButton, Text, TextInput } from '@mantine/core';
import { IconUpload, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { Section, tell } from '../../../../ui/index.ts';
import { toolsTexts } from '../texts/texts.ts';
import { identifier, type ToolDraft } from '../tool-draft.ts';
import classes from '../tools.module.css';

/** The files that the bot may send, each with the name by which it is asked for. */
export function DocumentsForm({ draft, change }: { draft: ToolDraft; change: (part: Partial<ToolDraft>) => void }) {
  const t = useTexts(toolsTexts);
  const [busy, setBusy] = useState(false);
  const add = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    try {
      const { media } = await api.upload('media.upload', { fileName: file.name }, file);
      const title = file.name.replace(/\.[^.]+$/, '');
      const stem = identifier(title).slice(0, 36) || 'doc';
      const taken = new Set(draft.documents.map((one) => one.key));
      const free = [stem.padEnd(2, '0'), ...Array.from({ length: 60 }, (_, at) => `${stem}_${at + 2}`)];
      const key = free.find((one) => !taken.has(one)) ?? stem;
      change({ documents: [...draft.documents, { key, title, mediaId: media.id }] });
    } catch (problem) {
      tell.problem(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section
      title={t('documents')}
      lead={t('documentsLead')}
      actions={
        <FileButton onChange={(file) => void add(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={busy} leftSection={<IconUpload size={18} stroke={1.7} />}>
              {t('addDocument')}
            </Button>
          )}
        </FileButton>
      }
    >
      {draft.documents.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noDocuments')}
        </Text>
      )}
      {draft.documents.map((one) => (
        <div key={one.key} className={classes.line}>
          <TextInput
            flex="1 1 12rem"
            aria-label={t('documentTitle')}
            value={one.title}
            maxLength={120}
            required
            onChange={(event) => {
              const title = event.currentTarget.value;
              change({ documents: draft.documents.map((two) => (two.key === one.key ? { ...two, title } : two)) });
            }}
          />
          <ActionIcon
            size={36}
            aria-label={t('removeDocument', { title: one.title })}
            onClick={() => change({ documents: draft.documents.filter((two) => two.key !== one.key) })}
          >
            <IconX size={18} stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
    </Section>
  );
}
