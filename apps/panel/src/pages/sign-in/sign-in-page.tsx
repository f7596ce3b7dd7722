import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../api/index.ts';
import { arrive } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { Gate } from '../../ui/index.ts';
import { CodeForm } from './code-form.tsx';
import { ForgotForm } from './forgot-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { signInTexts } from './texts/texts.ts';

type Step = 'password' | 'code' | 'forgot';

export function SignInPage() {
  const t = useTexts(signInTexts);
  const { next, problem } = useSearch({ from: '/sign-in' });
  const { data: providers } = useRead('session.providers', {});
  const [step, setStep] = useState<Step>('password');
  const [email, setEmail] = useState('');
  const back = () => setStep('password');
  if (providers?.hasOwner === false)
    return (
      <Gate title={t('noOwner')} lead={t('noOwnerLead')}>
        {null}
      </Gate>
    );
  if (step === 'code') return <CodeForm onDone={() => arrive(next)} onBack={back} />;
  if (step === 'forgot') return <ForgotForm email={email} mail={providers?.mail ?? true} onBack={back} />;
  return (
    <PasswordForm
      providers={providers}
      cameBack={problem !== undefined}
      onDone={() => arrive(next)}
      onCode={() => setStep('code')}
      onForgot={(typed) => {
        setEmail(typed);
        setStep('forgot');
      }}
    />
  );
}
