/** Builds the stand-in's own scripts with esbuild. They are served from memory and never written into `dist`. */
import { build, type BuildOptions } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Bundles {
  readonly pageHtml: string;
  readonly pageScript: string;
  readonly pageStyle: string;
  /** Runs in the add-in's page before office.js. */
  readonly bridgeScript: string;
  /** The page of the host when the add-in is framed as on the web. */
  readonly webFrameScript: string;
  readonly probeScript: string;
}

const COMMON: BuildOptions = {
  bundle: true,
  write: false,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  logLevel: 'error',
  loader: { '.woff2': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
  define: { 'process.env.NODE_ENV': '"production"' },
};

async function bundle(entry: string, root: string): Promise<{ readonly script: string; readonly style: string }> {
  const result = await build({ ...COMMON, absWorkingDir: root, entryPoints: [entry], outdir: join(root, 'out') });
  const file = (ending: string): string => result.outputFiles?.find((output) => output.path.endsWith(ending))?.text ?? '';
  return { script: file('.js'), style: file('.css') };
}

/** `root` is the project's folder. Takes a few seconds: the spreadsheet is large. */
export async function buildBundles(root: string): Promise<Bundles> {
  const source = join(root, 'src', 'standin');
  const [page, bridge, webFrame, probe] = await Promise.all([
    bundle(join(source, 'page', 'main.ts'), root),
    bundle(join(source, 'bridge', 'inject.ts'), root),
    bundle(join(source, 'bridge', 'web-frame-page.ts'), root),
    bundle(join(source, 'probe', 'probe.ts'), root),
  ]);
  return {
    pageHtml: readFileSync(join(source, 'page', 'index.html'), 'utf8'),
    pageScript: page.script,
    pageStyle: page.style,
    bridgeScript: bridge.script,
    webFrameScript: webFrame.script,
    probeScript: probe.script,
  };
}
