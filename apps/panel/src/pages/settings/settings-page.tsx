import { Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useCan } from '../../session/index.ts';
import { NotAllowedPage, NotFoundPage, useActions } from '../../shell/index.ts';
import { useTexts } from '../../text/index.ts';
import { RowsSkeleton, TextLink } from '../../ui/index.ts';
import { type SettingsSection, sections } from './frame/sections.tsx';
import classes from './frame/settings.module.css';
import { settingsTexts } from './texts/texts.ts';

const groups = ['groupCompany', 'groupTeam', 'groupService', 'groupSafety'] as const;

/** The menu of sections and the one that is open; on a telephone, one or the other. */
export function SettingsPage() {
  const t = useTexts(settingsTexts);
  const can = useCan();
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { section: id } = useParams({ strict: false });
  const mine = sections.filter((one) => can(one.scope));
  const first = mine[0]?.id;
  useEffect(() => {
    if (id === undefined && !narrow && first !== undefined)
      void navigate({ to: '/settings/$section', params: { section: first }, replace: true });
  }, [id, narrow, first, navigate]);
  useActions(
    mine.map((one) => ({
      id: `settings.${one.id}`,
      label: t(one.label),
      group: t('title'),
      run: () => void navigate({ to: '/settings/$section', params: { section: one.id } }),
    })),
  );
  return (
    <div className={classes.frame} data-inside={id !== undefined || undefined}>
      <nav className={classes.menu} aria-label={t('title')}>
        <Title order={1} className={classes.menuTitle ?? ''}>
          {t('title')}
        </Title>
        {groups.map((group) => (
          <MenuGroup key={group} title={t(group)} list={mine.filter((one) => one.group === group)} />
        ))}
      </nav>
      <div className={classes.body}>
        <div className={classes.inner}>
          <TextLink to="/settings" className={classes.back ?? ''} size="sm">
            ← {t('all')}
          </TextLink>
          {id !== undefined && <Open id={id} />}
        </div>
      </div>
    </div>
  );
}

function MenuGroup({ title, list }: { title: string; list: readonly SettingsSection[] }) {
  const t = useTexts(settingsTexts);
  if (list.length === 0) return null;
  return (
    <>
      <div className={classes.group}>{title}</div>
      {list.map(({ id, label, icon: Icon }) => (
        <Link key={id} to="/settings/$section" params={{ section: id }} className={classes.item}>
          <Icon size={18} stroke={1.6} />
          {t(label)}
        </Link>
      ))}
    </>
  );
}

function Open({ id }: { id: string }) {
  const can = useCan();
  const section = sections.find((one) => one.id === id);
  if (!section) return <NotFoundPage />;
  if (!can(section.scope)) return <NotAllowedPage />;
  const { component: Content } = section;
  return (
    <Suspense fallback={<RowsSkeleton />}>
      <Content />
    </Suspense>
  );
}
