import { PasswordInput, type PasswordInputProps, Text } from '@mantine/core';
import { useState } from 'react';
import { type Say, useTexts } from '../../text/index.ts';
import type { pt } from '../texts/texts.pt.ts';
import { uiTexts } from '../texts/texts.ts';
import classes from './fields.module.css';
import { passwordStrength, SHORTEST, type Strength } from './password-strength.ts';

function strengthWord(t: Say<typeof pt>, strength: Strength | undefined): string {
  if (strength === undefined) return t('strengthHint', { shortest: SHORTEST });
  if (strength === 0) return t('strength0', { shortest: SHORTEST });
  return t((['strength1', 'strength2', 'strength3', 'strength4'] as const)[strength - 1] ?? 'strength1');
}

/** A password that is chosen now: how good it is, told while typing. */
export function NewPassword({
  personal = [],
  onChange,
  ...props
}: PasswordInputProps & { personal?: readonly string[] }) {
  const t = useTexts(uiTexts);
  const [strength, setStrength] = useState<Strength | undefined>();
  return (
    <div>
      <PasswordInput
        autoComplete="new-password"
        required
        withAsterisk={false}
        {...props}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setStrength(value === '' ? undefined : passwordStrength(value, personal));
          onChange?.(event);
        }}
      />
      <div className={classes.bars} data-strength={strength} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={classes.bar}
            data-on={(strength !== undefined && Math.max(1, strength) >= step) || undefined}
          />
        ))}
      </div>
      <Text size="xs" c="dimmed" mt={4} aria-live="polite">
        {strengthWord(t, strength)}
      </Text>
    </div>
  );
}
