import { DepartmentsSection } from './departments-section.tsx';
import { TeamsSection } from './teams-section.tsx';

/** Departments with their queues, and teams. */
export function PlacesSettings() {
  return (
    <>
      <DepartmentsSection />
      <TeamsSection />
    </>
  );
}
