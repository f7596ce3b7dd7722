import { useTexts } from '../../text/index.ts';
import { Page } from '../../ui/index.ts';
import { PasskeysSection } from './passkeys/passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { LooksSection, ProfileSection } from './profile-section.tsx';
import { PushSection } from './push-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { accountTexts } from './texts/texts.ts';
import { TotpSection } from './totp/totp-section.tsx';

export function AccountPage() {
  const t = useTexts(accountTexts);
  return (
    <Page title={t('title')}>
      <ProfileSection />
      <LooksSection />
      <PushSection />
      <PasswordSection />
      <TotpSection />
      <PasskeysSection />
      <SessionsSection />
    </Page>
  );
}
