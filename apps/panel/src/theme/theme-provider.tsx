import '@fontsource-variable/figtree/wght.css';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import './base.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { theme } from './theme.ts';
import { tokensOf } from './tokens.ts';

const schemeManager = localStorageColorSchemeManager({ key: 'balcao-scheme' });

/** `closeLabel`: what every cross says to those who hear the page; the words are not the theme's. */
export function ThemeProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const spoken = useMemo(
    () => ({
      ...theme,
      components: { ...theme.components, CloseButton: { defaultProps: { 'aria-label': closeLabel } } },
    }),
    [closeLabel],
  );
  return (
    <MantineProvider
      theme={spoken}
      cssVariablesResolver={tokensOf}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      deduplicateInlineStyles
    >
      {children}
    </MantineProvider>
  );
}
