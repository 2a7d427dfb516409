/**
 * The task pane as it ships: hashed assets, no source maps, a strict content security policy in the page. Scripts are
 * modules, workers too, each from a file of its own, so that the policy needs neither blob: nor inline code.
 * `--env url=https://…/` sets the address the pane is served from; without it every link is relative.
 */
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { ShippedPackages } from './tools/shipped-packages.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Fluent writes its rules into one empty <style> element (the hash is that of nothing) and positions elements by style
 * attributes; neither can carry text of a received file. Everything else comes from the page's own folder.
 */
const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"],
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};
const csp = Object.entries(POLICY)
  .map(([name, sources]) => [name, ...sources].join(' '))
  .join('; ');

/** An address ends with "/" and is secure; Office accepts no other. */
function checkedUrl(url) {
  if (url === undefined) return '';
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.hostname !== 'localhost') throw new Error(`--env url must begin with https:// (${url})`);
  return parsed.href.endsWith('/') ? parsed.href : `${parsed.href}/`;
}

export default (env = {}, { mode = 'production' } = {}) => {
  const production = mode === 'production';
  const name = production ? '[name].[contenthash:10]' : '[name]';
  return {
    mode,
    // `web` keeps everything of Node out: an import of it fails the build.
    target: ['web', 'es2022'],
    entry: { pane: './src/taskpane/index.tsx' },
    output: {
      path: path('dist'),
      publicPath: checkedUrl(env.url),
      filename: `${name}.js`,
      chunkFilename: `${name}.js`,
      cssFilename: `${name}.css`,
      module: true,
      chunkFormat: 'module',
      chunkLoading: 'import',
      workerChunkLoading: 'import',
      clean: true,
    },
    experiments: { outputModule: true, css: true },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: 'swc-loader',
            options: {
              jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' },
            },
          },
        },
      ],
    },
    plugins: [
      new HtmlPlugin({
        templateContent: () => readFileSync(path('src/taskpane/index.html'), 'utf8').replace('{{csp}}', csp),
        filename: 'index.html',
        favicon: './assets/icon.svg',
        scriptLoading: 'module',
        minify: production,
      }),
      new CopyPlugin({ patterns: [{ from: 'LICENSE', to: 'LICENSE.txt' }, { from: 'THIRD-PARTY-NOTICES.md', noErrorOnMissing: true }] }),
      new ShippedPackages(),
    ],
    devtool: production ? false : 'inline-source-map',
    // The ceiling of the first load is held by tools/size.mjs, which knows what is loaded first.
    performance: { hints: false },
    optimization: { splitChunks: { chunks: 'async' }, moduleIds: 'deterministic' },
    devServer: { host: 'localhost', port: 3000, hot: false, open: false, client: { overlay: false } },
  };
};
