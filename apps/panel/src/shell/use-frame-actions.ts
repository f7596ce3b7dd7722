import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCan, useMe, useMember } from '../session/index.ts';
import { chooseLanguage, languageNames, languages, useTexts } from '../text/index.ts';
import { type Action, useActions } from './palette/actions.ts';
import { openHelp, openPalette } from './palette/open-state.ts';
import { useSignOut } from './rail/use-sign-out.ts';
import { useSwitchCompany } from './rail/use-switch-company.ts';
import { shellTexts } from './texts/texts.ts';

/** What can be done from anywhere. */
export function useFrameActions(): void {
  const t = useTexts(shellTexts);
  const can = useCan();
  const navigate = useNavigate();
  const { workspaces } = useMe();
  const { id } = useMember();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const switchTo = useSwitchCompany();
  const signOut = useSignOut();
  const go = (to: '/inbox' | '/contacts' | '/bot' | '/settings' | '/account' | '/start') => () => void navigate({ to });
  const group = t('groupGo');
  const places: readonly (Action & { allowed: boolean })[] = [
    { id: 'go.inbox', label: t('inbox'), group, keys: 'g i', run: go('/inbox'), allowed: can('tickets:read') },
    {
      id: 'go.contacts',
      label: t('contacts'),
      group,
      keys: 'g c',
      run: go('/contacts'),
      allowed: can('contacts:read'),
    },
    { id: 'go.bot', label: t('bot'), group, keys: 'g b', run: go('/bot'), allowed: can('bot:read') },
    { id: 'go.settings', label: t('settings'), group, keys: 'g s', run: go('/settings'), allowed: true },
    { id: 'go.account', label: t('account'), group, keys: 'g a', run: go('/account'), allowed: true },
    { id: 'go.start', label: t('start'), group, run: go('/start'), allowed: can('workspace:write') },
  ];
  const doing: readonly Action[] = [
    { id: 'palette', label: t('commands'), group: t('groupDo'), keys: 'mod+k', run: openPalette },
    { id: 'search', label: t('search'), group: t('groupDo'), keys: '/', run: openPalette },
    { id: 'help', label: t('help'), group: t('groupDo'), keys: '?', run: openHelp },
    {
      id: 'theme',
      label: t('toggleTheme'),
      group: t('groupDo'),
      run: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    },
    { id: 'sign-out', label: t('signOut'), group: t('groupDo'), run: signOut },
    ...languages.map((language) => ({
      id: `language.${language}`,
      label: languageNames[language],
      group: t('language'),
      run: () => void chooseLanguage(language),
    })),
    ...workspaces
      .filter((one) => one.id !== id)
      .map((one) => ({
        id: `company.${one.id}`,
        label: t('switchTo', { company: one.name }),
        group: t('company'),
        run: () => switchTo(one.id),
      })),
  ];
  useActions([...places.filter((one) => one.allowed), ...doing]);
}
