import { Modal } from '@mantine/core';
import { refresh, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { accountTexts } from '../texts/texts.ts';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordStep } from './password-step.tsx';

export function BackupCodesDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(accountTexts);
  const make = useWrite('me.backup-codes');
  const done = () => {
    void refresh('me.get');
    onClose();
  };
  return (
    <Modal opened onClose={make.data ? done : onClose} title={t('codesTitle')} closeOnClickOutside={false}>
      {make.data ? (
        <BackupCodes codes={make.data.backupCodes} onKept={done} />
      ) : (
        <PasswordStep
          busy={make.isPending}
          problem={make.error}
          yes={t('newCodes')}
          onPassword={(password) => make.mutate({ password })}
        />
      )}
    </Modal>
  );
}
