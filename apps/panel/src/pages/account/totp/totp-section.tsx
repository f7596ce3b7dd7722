import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { Section } from '../../../ui/index.ts';
import { accountTexts } from '../texts/texts.ts';
import { BackupCodesDialog } from './backup-codes-dialog.tsx';
import { DisableDialog } from './disable-dialog.tsx';
import { EnableDialog } from './enable-dialog.tsx';

/** The second factor: on, off, and the codes for a lost phone. */
export function TotpSection() {
  const t = useTexts(accountTexts);
  const { totp, backupCodesLeft, hasPassword } = useMe();
  const [open, setOpen] = useState<'enable' | 'disable' | 'codes'>();
  const close = () => setOpen(undefined);
  const state = (
    <Badge variant="light" color={totp ? 'green' : 'gray'} size="lg">
      {totp ? t('on') : t('off')}
    </Badge>
  );
  return (
    <Section title={t('totp')} lead={t('totpLead')} actions={state}>
      <Group>
        {totp ? (
          <>
            <Button variant="default" onClick={() => setOpen('codes')}>
              {t('newCodes')}
            </Button>
            <Button variant="default" onClick={() => setOpen('disable')}>
              {t('totpOff')}
            </Button>
            <Text size="sm" c={backupCodesLeft < 3 ? 'var(--b-warn)' : 'dimmed'}>
              {t('codesLeft', { count: backupCodesLeft })}
            </Text>
          </>
        ) : (
          <Button disabled={!hasPassword} onClick={() => setOpen('enable')}>
            {t('totpOn')}
          </Button>
        )}
      </Group>
      {open === 'enable' && <EnableDialog onClose={close} />}
      {open === 'disable' && <DisableDialog onClose={close} />}
      {open === 'codes' && <BackupCodesDialog onClose={close} />}
    </Section>
  );
}
