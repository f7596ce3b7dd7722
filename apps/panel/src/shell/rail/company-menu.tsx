import { Menu, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useMe, useMember } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { LogoMark, PersonAvatar } from '../../ui/index.ts';
import { shellTexts } from '../texts/texts.ts';
import classes from './rail.module.css';
import { useSwitchCompany } from './use-switch-company.ts';

const NewCompany = lazy(async () => ({ default: (await import('./new-company.tsx')).NewCompany }));

/** The companies of whoever is signed in; with a single one, our mark. */
export function CompanyMenu() {
  const t = useTexts(shellTexts);
  const { workspaces } = useMe();
  const { id, name } = useMember();
  const switchTo = useSwitchCompany();
  const [adding, setAdding] = useState(false);
  const owns = workspaces.some((one) => one.role === 'owner');
  if (workspaces.length < 2 && !owns)
    return (
      <span className={classes.company}>
        <LogoMark size={36} onDark />
      </span>
    );
  return (
    <>
      <Menu position="right-start" width={260}>
        <Tooltip label={`${t('company')}: ${name}`} position="right">
          <Menu.Target>
            <button type="button" className={classes.company} aria-label={`${t('company')}: ${name}`}>
              <PersonAvatar name={name} id={id} size={40} square />
            </button>
          </Menu.Target>
        </Tooltip>
        <Menu.Dropdown>
          <Menu.Label>{t('company')}</Menu.Label>
          {workspaces.map((one) => (
            <Menu.Item
              key={one.id}
              leftSection={<PersonAvatar name={one.name} id={one.id} size={28} square />}
              rightSection={one.id === id ? <IconCheck size={16} stroke={1.7} /> : undefined}
              onClick={() => switchTo(one.id)}
            >
              <Text size="sm" truncate>
                {one.name}
              </Text>
            </Menu.Item>
          ))}
          {owns && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setAdding(true)}>
                {t('newCompany')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>{adding && <NewCompany onClose={() => setAdding(false)} />}</Suspense>
    </>
  );
}
