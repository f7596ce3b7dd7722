import { useTexts } from '../../../text/index.ts';
import { PageHeader } from '../../../ui/index.ts';
import { DepartmentsSection } from './departments-section.tsx';
import { TeamsSection } from './teams-section.tsx';
import { placesTexts } from './texts/texts.ts';

/** Departments with their queues, and teams. */
export function PlacesSettings() {
  const t = useTexts(placesTexts);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <DepartmentsSection />
      <TeamsSection />
    </>
  );
}
