import { Anchor, Button, Group, PinInput, Stack, TextInput, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { FormProblem, Gate } from '../../ui/index.ts';
import { signInTexts } from './texts/texts.ts';

/** The second factor: the app's code, sent by itself with its last digit; or one of the codes kept for bad days. */
export function CodeForm({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const t = useTexts(signInTexts);
  const [kind, setKind] = useState<'app' | 'backup'>('app');
  const [code, setCode] = useState('');
  const [tries, setTries] = useState(0);
  const boxes = useRef<HTMLDivElement>(null);
  // After a wrong code the next one begins in the first box.
  useEffect(() => {
    if (tries > 0) boxes.current?.querySelector('input')?.focus();
  }, [tries]);
  const verify = useWrite('session.verify-totp', {
    onSuccess: onDone,
    onError: () => {
      setCode('');
      setTries(tries + 1);
    },
  });
  const submit = (typed: string) => {
    if (typed.trim().length >= 6 && !verify.isPending)
      verify.mutate(kind === 'app' ? { code: typed } : { backupCode: typed.trim() });
  };
  const over = verify.error?.code === 'challenge_over';
  return (
    <Gate title={t('codeTitle')} lead={kind === 'app' ? t('codeLead') : t('backupLead')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(code);
        }}
      >
        <Stack mt="lg">
          {kind === 'app' ? (
            <Group justify="center">
              <VisuallyHidden id="totp-label">{t('code')}</VisuallyHidden>
              <PinInput
                rootRef={boxes}
                placeholder=""
                length={6}
                type="number"
                oneTimeCode
                size="md"
                gap="xs"
                aria-label={t('code')}
                value={code}
                onChange={setCode}
                onComplete={submit}
                error={verify.isError}
              />
            </Group>
          ) : (
            <TextInput
              label={t('backup')}
              autoComplete="off"
              size="md"
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
          <FormProblem problem={verify.error} />
          <Button type="submit" size="md" loading={verify.isPending || verify.isSuccess} disabled={over}>
            {t('confirm')}
          </Button>
          <Group justify="space-between">
            <Anchor component="button" type="button" size="sm" onClick={onBack}>
              {t('startOver')}
            </Anchor>
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                setKind(kind === 'app' ? 'backup' : 'app');
                setCode('');
                verify.reset();
              }}
            >
              {kind === 'app' ? t('useBackup') : t('useApp')}
            </Anchor>
          </Group>
        </Stack>
      </form>
    </Gate>
  );
}
