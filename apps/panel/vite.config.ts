import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { compressBuilt } from './scripts/compress-built.ts';
import { mantineStyles } from './scripts/mantine-styles.ts';

// `npm run dev -w apps/panel` with a server beside it: BALCAO_SERVER says where, when it is not on port 3000.
const server = process.env.BALCAO_SERVER ?? 'http://127.0.0.1:3000';
const passedOn = ['/api', '/media', '/phone', '/simulator', '/demo', '/health'];

/** Small texts travel together: all of one language is one file, fetched when somebody chooses it. */
const languageOf = (id: string): string | null => /texts\.(en|es)\.ts$/.exec(id)?.[1] ?? null;

/** After everything else is written, the service worker included. */
function compress(): Plugin {
  let folder = '';
  return {
    name: 'balcao-compress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: { order: 'post', sequential: true, handler: () => compressBuilt(folder) },
  };
}

/** Our own worker; the plugin tells it which files the shell is made of. */
const worker = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/service-worker',
  filename: 'sw.ts',
  injectRegister: false,
  manifest: false,
  injectManifest: {
    // Pages ahead of their opening too; languages and the emojis only once they were wanted.
    globPatterns: [
      'index.html',
      'assets/*.{js,css}',
      'assets/figtree-latin-wght*.woff2',
      'favicon.svg',
      'icons/icon-192.png',
    ],
    globIgnores: [
      'assets/{en,es}-*',
      'assets/code-editor-*',
      'assets/diagram-view-*',
      'assets/emoji*',
      'assets/texts.*',
    ],
  },
});

const asked =
  /components\/(Select|MultiSelect|Combobox|ScrollArea|Switch|SegmentedControl|Modal|ModalBase|Pill|PillsInput|TagsInput|PinInput|NumberInput|Table|Tabs|HoverCard|Textarea|FloatingIndicator|Checkbox)\//;
const later =
  /react-remove-scroll|utils\/InlineInput|use-debounced-callback|@mantine\/form|ui\/(confirm-button|fields|gate)/;
const sharedByMost = (id: string): boolean => /\.m?[jt]sx?$/.test(id) && !asked.test(id) && !later.test(id);

export default defineConfig({
  base: '/',
  plugins: [mantineStyles(), react(), worker, compress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: (id) => languageOf(id), test: /texts\.(en|es)\.ts$/ },
            // What most pages share, in one piece: a hundred small files cost more than they hold. Not what a first load lacks.
            { name: 'shared', minShareCount: 8, test: sharedByMost, priority: -1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      ...Object.fromEntries(passedOn.map((path) => [path, server])),
      '/realtime': { target: server, ws: true },
    },
  },
});
