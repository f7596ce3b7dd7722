import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Relative paths: the page works under whatever prefix a server gives it.
export default defineConfig({
  base: './',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, reportCompressedSize: false, target: 'es2022' },
});
