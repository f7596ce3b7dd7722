import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useTexts } from '../../../text/index.ts';
import { uiTexts } from '../../../ui/index.ts';
import { accountTexts } from '../texts/texts.ts';
import classes from './totp.module.css';

/** Shown this once: to be copied or kept as a file. */
export function BackupCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTexts(accountTexts);
  const ui = useTexts(uiTexts);
  const text = `${codes.join('\n')}\n`;
  const download = () => {
    const url = URL.createObjectURL(new Blob([`Balcão\n\n${text}`], { type: 'text/plain' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: 'balcao-codigos.txt' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1_000);
  };
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('codesLead')}
      </Text>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={<IconCopy size={18} stroke={1.7} />} onClick={copy}>
              {copied ? ui('copied') : t('copyCodes')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" leftSection={<IconDownload size={18} stroke={1.7} />} onClick={download}>
          {t('downloadCodes')}
        </Button>
      </Group>
      <Group justify="flex-end">
        <Button onClick={onKept}>{t('keptCodes')}</Button>
      </Group>
    </Stack>
  );
}
