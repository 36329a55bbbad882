import { defineConfig } from 'vite'

/** One plain script, which the product's pages ask for in the place of Office's own. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: '../../../dist/desk',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'office-js.ts', formats: ['iife'], name: 'sandboxOffice', fileName: () => 'office.js' },
  },
})
