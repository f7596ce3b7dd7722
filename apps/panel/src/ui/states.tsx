import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../text/index.ts';
import classes from './page.module.css';
import { problemSentence } from './problem-sentence.ts';
import { uiTexts } from './texts/texts.ts';

/** Nothing here yet: what this place is for, and what to do. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.centre}>
      <div className={classes.centreIcon}>{icon}</div>
      <Text fw={600}>{title}</Text>
      {children !== undefined && (
        <Text size="sm" className={classes.centreText ?? ''}>
          {children}
        </Text>
      )}
      {action !== undefined && <Group mt="sm">{action}</Group>}
    </div>
  );
}

/** It could not be read: why, and another try. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => unknown) | undefined }) {
  const t = useTexts(uiTexts);
  return (
    <div className={classes.centre} role="alert">
      <div className={classes.centreIcon}>
        <IconCloudOff size={26} stroke={1.6} />
      </div>
      <Text fw={600}>{t('loadFailed')}</Text>
      <Text size="sm" className={classes.centreText ?? ''}>
        {problemSentence(error)}
      </Text>
      {onRetry && (
        <Button variant="default" mt="sm" onClick={() => void onRetry()}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

/** Rows of the height that the real ones will have, so that nothing jumps when they come. */
export function RowsSkeleton({
  rows = 6,
  height = 56,
  avatar = true,
}: {
  rows?: number;
  height?: number;
  avatar?: boolean;
}) {
  const t = useTexts(uiTexts);
  return (
    <Stack gap={0} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Group key={row} h={height} gap="sm" wrap="nowrap" px="md">
          {avatar && <Skeleton circle height={Math.min(40, height - 16)} />}
          <Stack gap={8} flex={1}>
            <Skeleton height={10} width={`${70 - (row % 3) * 14}%`} />
            <Skeleton height={8} width={`${45 - (row % 2) * 10}%`} />
          </Stack>
        </Group>
      ))}
    </Stack>
  );
}

interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** The three states of a read in one place: skeleton, sentence with retry, or the thing itself. */
export function Loaded<Data>({
  read,
  skeleton,
  children,
}: {
  read: Asked<Data>;
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <ErrorState error={read.error} onRetry={read.refetch} />;
  return skeleton ?? <RowsSkeleton rows={4} avatar={false} />;
}
