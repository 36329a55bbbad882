import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The pane of the Outlook add-in. The server that sends its pages puts a fresh nonce in place of `__NONCE__` on every answer, and Microsoft's
 * script where the pages ask for it.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/outlook/',
  plugins: [react()],
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: '../dist/outlook',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // Fluent, and what signs in, which is loaded only then.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { input: `${import.meta.dirname}/pane.html` },
  },
})
