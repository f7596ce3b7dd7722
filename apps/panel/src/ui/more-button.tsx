import { Button } from '@mantine/core';
import { useTexts } from '../text/index.ts';
import { uiTexts } from './texts/texts.ts';

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
}

/** The next page of a list, while there is one. */
export function MoreButton({ pages }: { pages: Pages }) {
  const t = useTexts(uiTexts);
  if (!pages.hasNextPage) return null;
  return (
    <Button variant="default" mt="md" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      {t('more')}
    </Button>
  );
}
