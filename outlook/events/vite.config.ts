import { defineConfig } from 'vite'

/** One script in the language of 2016, with nothing about it that a page would have: classic Outlook runs it in a bare engine. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: '../../dist/outlook',
    emptyOutDir: false,
    target: 'es2016',
    lib: { entry: 'events.ts', formats: ['iife'], name: 'quorate', fileName: () => 'events.js' },
  },
})
