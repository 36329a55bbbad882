import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/** The desk is built into one folder that the sandbox serves at its root. Nothing of it goes into a production build of the product. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, '../../dist/desk'),
    emptyOutDir: true,
    target: 'es2022',
    // Fluent and Adaptive Cards are most of it, and it is only ever read from this machine.
    chunkSizeWarningLimit: 2000,
  },
})
