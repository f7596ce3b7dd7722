import type { Scope } from '@balcao/contract';
import { Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { TablerIcon } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ComponentType, Suspense, useEffect } from 'react';
import { useCan } from '../../session/index.ts';
import { RowsSkeleton, TextLink } from '../../ui/index.ts';
import { NotAllowedPage, NotFoundPage } from '../page-states.tsx';
import { useActions } from '../palette/actions.ts';
import classes from './sections.module.css';

export interface FramedSection {
  readonly id: string;
  readonly label: string;
  /** The heading under which it stands. */
  readonly group: string;
  readonly scope: Scope;
  readonly icon: TablerIcon;
  /** Sections, without a Page around. */
  readonly component: ComponentType;
  /** Takes the whole width: tables, an editor with a diagram beside it. */
  readonly wide?: boolean;
}

/** The menu of sections and the one that is open; on a telephone, one or the other. */
export function SectionsFrame({
  base,
  title,
  all,
  sections,
}: {
  base: '/settings' | '/bot';
  title: string;
  /** The way back to the menu, on a telephone. */
  all: string;
  sections: readonly FramedSection[];
}) {
  const can = useCan();
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { section: id } = useParams({ strict: false });
  const mine = sections.filter((one) => can(one.scope));
  const first = mine[0]?.id;
  useEffect(() => {
    if (id === undefined && !narrow && first !== undefined)
      void navigate({ to: `${base}/$section`, params: { section: first }, replace: true });
  }, [base, id, narrow, first, navigate]);
  useActions(
    mine.map((one) => ({
      id: `${base}.${one.id}`,
      label: one.label,
      group: title,
      run: () => void navigate({ to: `${base}/$section`, params: { section: one.id } }),
    })),
  );
  const open = sections.find((one) => one.id === id);
  return (
    <div className={classes.frame} data-inside={id !== undefined || undefined}>
      <nav className={classes.menu} aria-label={title}>
        <Title order={1} className={classes.menuTitle ?? ''}>
          {title}
        </Title>
        {[...new Set(mine.map((one) => one.group))].map((group) => (
          <MenuGroup key={group} base={base} title={group} list={mine.filter((one) => one.group === group)} />
        ))}
      </nav>
      <div className={classes.body}>
        <div className={`${classes.inner} ${open?.wide ? classes.wide : ''}`}>
          <TextLink to={base} className={classes.back ?? ''} size="sm">
            ← {all}
          </TextLink>
          {id !== undefined && <Open section={open} />}
        </div>
      </div>
    </div>
  );
}

function MenuGroup({
  base,
  title,
  list,
}: {
  base: '/settings' | '/bot';
  title: string;
  list: readonly FramedSection[];
}) {
  return (
    <>
      <div className={classes.group}>{title}</div>
      {list.map(({ id, label, icon: Icon }) => (
        <Link key={id} to={`${base}/$section`} params={{ section: id }} className={classes.item}>
          <Icon size={18} stroke={1.6} />
          {label}
        </Link>
      ))}
    </>
  );
}

function Open({ section }: { section: FramedSection | undefined }) {
  const can = useCan();
  if (!section) return <NotFoundPage />;
  if (!can(section.scope)) return <NotAllowedPage />;
  const { component: Content } = section;
  return (
    <Suspense fallback={<RowsSkeleton />}>
      <Content />
    </Suspense>
  );
}
