import { Button } from '@mantine/core';
import { IconBug, IconBuildingStore, IconLock, IconMapQuestion } from '@tabler/icons-react';
import { useTexts } from '../text/index.ts';
import { EmptyState, LinkButton } from '../ui/index.ts';
import { shellTexts } from './texts/texts.ts';

function ToInbox() {
  const t = useTexts(shellTexts);
  return (
    <LinkButton to="/inbox" variant="default">
      {t('toInbox')}
    </LinkButton>
  );
}

export function NotFoundPage() {
  const t = useTexts(shellTexts);
  return (
    <main>
      <EmptyState icon={<IconMapQuestion size={26} stroke={1.6} />} title={t('notFound')} action={<ToInbox />}>
        {t('notFoundText')}
      </EmptyState>
    </main>
  );
}

export function NotAllowedPage() {
  const t = useTexts(shellTexts);
  return (
    <EmptyState icon={<IconLock size={26} stroke={1.6} />} title={t('notAllowed')} action={<ToInbox />}>
      {t('notAllowedText')}
    </EmptyState>
  );
}

/** What a page shows when its own code fails; the frame around it stays. */
export function BrokenPage() {
  const t = useTexts(shellTexts);
  const reload = (
    <Button variant="default" onClick={() => location.reload()}>
      {t('reload')}
    </Button>
  );
  return (
    <EmptyState icon={<IconBug size={26} stroke={1.6} />} title={t('broken')} action={reload}>
      {t('brokenText')}
    </EmptyState>
  );
}

export function NoCompanyPage() {
  const t = useTexts(shellTexts);
  return (
    <EmptyState icon={<IconBuildingStore size={26} stroke={1.6} />} title={t('noCompany')}>
      {t('noCompanyText')}
    </EmptyState>
  );
}
