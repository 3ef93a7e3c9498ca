import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
/** The oldest runtime the app is run on (the stand-in of scripts/standIn.mjs): Electron 33. */
const oldest = { node: 'node20.18', chrome: 'chrome130' };

/**
 * React Aria brings what it says ("Next month") in some thirty languages. Ours is English throughout, so its is too;
 * dates and numbers follow the person's locale all the same. Saves 22 kB of the gzipped page.
 */
function englishControls(): Plugin {
  const otherLanguage = /\/intl\/(?:\w+\/)?(?!en-US)[a-z]{2}-[A-Z]{2}(\.m?js)$/;
  return {
    name: 'english-controls',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!otherLanguage.test(source)) return null;
      return this.resolve(source.replace(/[^/]+(\.m?js)$/, 'en-US$1'), importer, { skipSelf: true });
    },
  };
}

/**
 * Asks for the two fonts of the first page along with its code. Found only by its layout, they would come after it,
 * and the page would be set twice, once in fonts that the system has to be searched for.
 */
function fontsFirst(): Plugin {
  const firstFonts =
    /\/(fraunces-latin-opsz-normal|atkinson-hyperlegible-next-latin-wght-normal)-[^/]+\.woff2$/;
  return {
    name: 'fonts-first',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => firstFonts.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${file}` },
            injectTo: 'head',
          })),
    },
  };
}

/**
 * In the workers of backups hundreds of megabytes are encrypted and summed: in WebAssembly instead of in script (see the
 * files named here). Everything else may not run WebAssembly, and keeps the other.
 */
function fastBytes(): Plugin {
  const folder = resolve(root, 'renderer/src/journal/backup');
  const instead = [
    { source: '@noble/ciphers/chacha.js', importer: /\/age-encryption\//, file: 'sodium.ts' },
    { source: /\/crc32\.ts$/, importer: /(?<!\/fastCrc\.ts)$/, file: 'fastCrc.ts' },
  ];
  let isBackups = false;
  return {
    name: 'fast-bytes',
    enforce: 'pre',
    options({ input }) {
      isBackups = [input].flat().some((entry) => String(entry).startsWith(folder));
    },
    resolveId(source, importer = '') {
      if (!isBackups) return null;
      const found = instead.find(
        (each) =>
          (typeof each.source === 'string' ? each.source === source : each.source.test(source)) &&
          each.importer.test(importer),
      );
      return found ? resolve(folder, found.file) : null;
    },
  };
}

/**
 * The benchmarks' build: the same app in a folder of its own, plus the modules that write a journal of ten years
 * through the app's code and measure scrypt alone. What is packaged never holds them.
 */
const withTools = process.env.STRINGWALK_TOOLS !== undefined;
const out = withTools ? 'out/tools' : 'out/app';
const pages = { index: resolve(root, 'renderer/index.html') };
const tools = {
  decade: resolve(root, 'tests/bench/decade/decade.ts'),
  scrypt: resolve(root, 'tests/bench/scrypt.ts'),
};

export default defineConfig({
  main: {
    build: {
      outDir: `${out}/main`,
      target: oldest.node,
      // Everything is bundled: one file is read at start, and no node_modules are shipped.
      externalizeDeps: false,
      rolldownOptions: {
        input: { main: resolve(root, 'electron/main/main.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: `${out}/preload`,
      target: oldest.node,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload/preload.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react(), englishControls(), fontsFirst()],
    worker: { format: 'es', plugins: () => [fastBytes()] },
    server: {
      // The page comes through app:// also in development, so Vite's client must be told where its server is.
      host: '127.0.0.1',
      port: 5173,
      strictPort: true,
      hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: 5173 },
    },
    build: {
      outDir: resolve(root, out, 'renderer'),
      target: oldest.chrome,
      minify: true,
      // The first page is one file on purpose.
      chunkSizeWarningLimit: 1000,
      // No data: addresses for fonts and scripts: the page's policy refuses them.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: withTools ? { ...pages, ...tools } : pages,
        output: {
          entryFileNames: ({ name }) => (name in tools ? 'tools/[name].js' : 'assets/[name]-[hash].js'),
          // One file instead of fifty: every file asked for on the way to the first page delays it.
          codeSplitting: { groups: [{ name: 'first', test: /src\/app\/main\.tsx$/ }] },
        },
        // The tools are called from outside; their exports must survive.
        ...(withTools ? { preserveEntrySignatures: 'exports-only' as const } : {}),
      },
    },
  },
});
