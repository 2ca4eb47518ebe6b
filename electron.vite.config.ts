import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const release = process.env['NODE_ENV'] === 'production'

/**
 * Everything is bundled: the package ships no node_modules. The preload is CommonJS because a sandboxed
 * renderer cannot load an ES module as its preload.
 */
export default defineConfig({
  main: {
    plugins: [
      {
        // Tables for Chinese, Japanese and Korean fonts, which PDF files refer to by name; read beside the bundle.
        name: 'pdf-character-maps',
        closeBundle: () =>
          cpSync(resolve('node_modules/pdfjs-dist/cmaps'), resolve('out/main/chunks/cmaps'), {
            recursive: true,
          }),
      },
    ],
    build: {
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          'read-worker': resolve('src/main/documents/read-worker.ts'),
          'carry-worker': resolve('src/main/documents/carry-worker.ts'),
          'suggest-worker': resolve('src/main/suggestions/suggest-worker.ts'),
        },
        external: ['electron'],
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve('src/preload/index.ts'),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('src/renderer'),
    plugins: [react()],
    build: {
      minify: release,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: resolve('src/renderer/index.html'), print: resolve('src/renderer/print/print.html') },
      },
    },
  },
})
