import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The Teams tab. The server that sends `index.html` puts a fresh nonce in place of `__NONCE__` on every answer. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    // A data: address would need its own exception in the content security policy.
    assetsInlineLimit: 0,
  },
})
