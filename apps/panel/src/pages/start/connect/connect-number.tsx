import { useState } from 'react';
import type { Output } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { Section } from '../../../ui/index.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { connectTexts } from './texts/texts.ts';
import { WebhookStep } from './webhook-step.tsx';

/** The four details of Meta, each tried on the spot; then the address to paste there, and the first message arriving. */
export function ConnectNumber({ onDone }: { onDone: () => void }) {
  const t = useTexts(connectTexts);
  const [connected, setConnected] = useState<Output<'channels.connect-whatsapp'>>();
  return (
    <Section title={connected ? t('webhookTitle') : t('title')} lead={connected ? undefined : t('where')}>
      {connected ? (
        <WebhookStep connected={connected} onDone={onDone} />
      ) : (
        <CredentialsForm onConnected={setConnected} onBack={onDone} />
      )}
    </Section>
  );
}
