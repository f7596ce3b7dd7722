import { Button, Group, Modal, PinInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { refresh, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { CopyField, FormProblem } from '../../../ui/index.ts';
import { accountTexts } from '../texts/texts.ts';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordStep } from './password-step.tsx';
import classes from './totp.module.css';

/** Password → the image for the app → its first code → the codes to keep. */
export function EnableDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(accountTexts);
  const enable = useWrite('me.totp-enable');
  const confirm = useWrite('me.totp-confirm');
  // The state of the account is read again at the end: before, this dialog would vanish with the codes in it.
  const done = () => {
    void refresh('me.get', 'me.sessions-list');
    onClose();
  };
  const title = confirm.data ? t('codesTitle') : enable.data ? t('scan') : t('totp');
  return (
    <Modal opened onClose={confirm.data ? done : onClose} title={title} closeOnClickOutside={false}>
      {!enable.data && (
        <PasswordStep
          busy={enable.isPending}
          problem={enable.error}
          yes={t('next')}
          onPassword={(password) => enable.mutate({ password })}
        />
      )}
      {enable.data && !confirm.data && (
        <ScanStep
          {...enable.data}
          busy={confirm.isPending}
          problem={confirm.error}
          onCode={(code) => confirm.mutate({ code })}
        />
      )}
      {confirm.data && <BackupCodes codes={confirm.data.backupCodes} onKept={done} />}
    </Modal>
  );
}

function ScanStep({
  uri,
  secret,
  busy,
  problem,
  onCode,
}: {
  uri: string;
  secret: string;
  busy: boolean;
  problem: unknown;
  onCode: (code: string) => void;
}) {
  const t = useTexts(accountTexts);
  const [code, setCode] = useState('');
  const image = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(uri, { border: 2 }))}`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code);
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('scanLead')}
        </Text>
        <img className={classes.qr} src={image} alt={t('qr')} width={192} height={192} />
        <CopyField label={t('secret')} value={secret} />
        <Stack gap={4}>
          <Text size="sm" fw={500}>
            {t('typeCode')}
          </Text>
          <PinInput
            placeholder=""
            length={6}
            type="number"
            oneTimeCode
            gap="xs"
            aria-label={t('typeCode')}
            value={code}
            onChange={setCode}
            onComplete={onCode}
          />
        </Stack>
        <FormProblem problem={problem} />
        <Group justify="flex-end">
          <Button type="submit" disabled={code.length < 6} loading={busy}>
            {t('confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
