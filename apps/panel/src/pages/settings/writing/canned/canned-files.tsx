import { ActionIcon, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { uploadFile } from '../../../../composer/index.ts';
import type { ShownMedia } from '../../../../messages/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { writingTexts } from '../texts/texts.ts';

interface FilesProps {
  readonly media: readonly ShownMedia[];
  onMedia(media: readonly ShownMedia[]): void;
  onProblem(problem: unknown): void;
}

/** What goes with the words: brought up when it is chosen. */
export function CannedFiles({ media, onMedia, onProblem }: FilesProps): ReactNode {
  const t = useTexts(writingTexts);
  const [busy, setBusy] = useState(false);
  const add = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    onProblem(undefined);
    try {
      const watch = { onProgress: () => undefined, signal: new AbortController().signal };
      onMedia([...media, await uploadFile({ file, fileName: file.name }, watch)]);
    } catch (error) {
      onProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap={4}>
      {media.map((one) => (
        <Group key={one.id} gap="xs">
          <IconPaperclip size={16} aria-hidden />
          <Text size="sm">{one.fileName ?? one.kind}</Text>
          <ActionIcon
            size="sm"
            aria-label={t('removeFile', { name: one.fileName ?? one.kind })}
            onClick={() => onMedia(media.filter((other) => other.id !== one.id))}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      ))}
      {media.length < 10 ? (
        <Group>
          <FileButton onChange={(file) => void add(file)}>
            {(props) => (
              <Button
                {...props}
                size="compact-sm"
                variant="light"
                loading={busy}
                leftSection={<IconPaperclip size={16} />}
              >
                {t('addFile')}
              </Button>
            )}
          </FileButton>
        </Group>
      ) : null}
    </Stack>
  );
}
