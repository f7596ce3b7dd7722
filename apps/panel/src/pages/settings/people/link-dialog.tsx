import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTexts } from '../../../text/index.ts';
import { CopyField } from '../../../ui/index.ts';
import { peopleTexts } from './texts/texts.ts';

/** A link to be handed over by hand, when no e-mail is configured. */
export function LinkDialog({
  title,
  text,
  label,
  url,
  onClose,
}: {
  title: string;
  text: string;
  label: string;
  url: string;
  onClose: () => void;
}) {
  const t = useTexts(peopleTexts);
  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={false}>
      <LinkToGive text={text} label={label} url={url} />
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>{t('done')}</Button>
      </Group>
    </Modal>
  );
}

export function LinkToGive({ text, label, url }: { text: string; label: string; url: string }) {
  return (
    <Stack>
      <Text size="sm">{text}</Text>
      <CopyField label={label} value={url} />
    </Stack>
  );
}
