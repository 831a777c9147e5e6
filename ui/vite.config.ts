import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Which host the bundle is for. The other host's code is not even resolved, so it cannot be shipped. */
const host = process.env.VITE_HOST === 'tauri' ? 'tauri' : 'http';

/** Where `devhost` listens while `npm run dev` serves the sources. */
const devhost = process.env.DEVHOST ?? 'http://127.0.0.1:4780';

export default defineConfig({
  plugins: [tailwindcss(), svelte()],
  resolve: {
    alias: {
      '#host': here(`./src/platform/${host}.ts`),
      '#bindings': here('./src/bindings'),
      '#lib': here('./src/lib'),
      '#ui': here('./src/components'),
      '#platform': here('./src/platform'),
      '#shell': here('./src/shell'),
    },
  },
  define: { 'import.meta.env.VITE_HOST': JSON.stringify(host) },
  build: {
    target: ['es2022', 'safari16.4', 'chrome111'],
    emptyOutDir: true,
    // A font or icon as a data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { caisse: here('./index.html'), gestion: here('./gestion.html'), pilotage: here('./pilotage.html'), afficheur: here('./afficheur.html') },
    },
  },
  server: {
    port: 1420,
    strictPort: true,
    proxy: {
      '/rpc': { target: devhost, changeOrigin: true },
      '/events': { target: devhost, ws: true, changeOrigin: true },
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
