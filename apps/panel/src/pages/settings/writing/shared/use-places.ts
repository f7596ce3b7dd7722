import { useRead } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { writingTexts } from '../texts/texts.ts';

/** Who may use it, in words. */
export function usePlaces(): (it: { ownerId: string | null; departmentIds: readonly string[] }) => string {
  const t = useTexts(writingTexts);
  const departments = useRead('departments.list', {}).data?.departments ?? [];
  return ({ ownerId, departmentIds }) => {
    if (ownerId !== null) return t('mine');
    const names = departments.filter(({ id }) => departmentIds.includes(id)).map(({ name }) => name);
    return names.length === 0 ? t('everyone') : names.join(', ');
  };
}
