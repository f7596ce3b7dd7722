import { Tooltip } from '@mantine/core';
import { IconAddressBook, IconMessages, IconSettings } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTexts } from '../text/index.ts';
import { RowsSkeleton } from '../ui/index.ts';
import classes from './frame.module.css';
import { shellTexts } from './texts/texts.ts';

/** The rail, the banner and the page: what stays while pages change. */
export function Frame() {
  const t = useTexts(shellTexts);
  const places = [
    { to: '/inbox', label: t('inbox'), icon: IconMessages },
    { to: '/contacts', label: t('contacts'), icon: IconAddressBook },
    { to: '/settings', label: t('settings'), icon: IconSettings },
  ] as const;
  return (
    <div className={classes.frame}>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <nav className={classes.rail} aria-label={t('navigation')}>
        {places.map(({ to, label, icon: Icon }) => (
          <Tooltip key={to} label={label} position="right">
            <Link to={to} className={classes.place} aria-label={label}>
              <Icon size={22} stroke={1.7} />
            </Link>
          </Tooltip>
        ))}
      </nav>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Suspense fallback={<RowsSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
