import { Modal } from '@mantine/core';
import { useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { accountTexts } from '../texts/texts.ts';
import { PasswordStep } from './password-step.tsx';

export function DisableDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(accountTexts);
  const disable = useWrite('me.totp-disable', { refreshes: ['me.get', 'me.sessions-list'], onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={t('totpOffTitle')}>
      <PasswordStep
        busy={disable.isPending}
        problem={disable.error}
        yes={t('totpOff')}
        danger
        onPassword={(password) => disable.mutate({ password })}
      />
    </Modal>
  );
}
