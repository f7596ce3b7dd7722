import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm run dev -w apps/panel` with a server beside it: BALCAO_SERVER says where, when it is not on port 3000.
const server = process.env.BALCAO_SERVER ?? 'http://127.0.0.1:3000';
const passedOn = ['/api', '/media', '/phone', '/simulator', '/demo', '/health'];

/** Small texts travel together: all of one language is one file, fetched when somebody chooses it. */
const languageOf = (id: string): string | null => /texts\.(en|es)\.ts$/.exec(id)?.[1] ?? null;

export default defineConfig({
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: (id) => languageOf(id), test: /texts\.(en|es)\.ts$/ }] },
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
