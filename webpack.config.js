/**
 * The task pane as it ships: hashed assets, no source maps, a strict content security policy in the page. Scripts are
 * modules, workers too, each from a file of its own, so that the policy needs neither blob: nor inline code.
 * `--env url=https://…/` sets the address the pane is served from, in the links and in dist/manifest.xml; without it every
 * link is relative and the manifest is that of development.
 */
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { PAGE_POLICY } from './tools/content-policy.mjs';
import { checkedUrl, DEVELOPMENT_URL, withAddress } from './tools/manifest.mjs';
import { pageOf } from './tools/pages.mjs';
import { ShippedPackages } from './tools/shipped-packages.mjs';

/** Microsoft's address; the library may not be served from anywhere else. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

export default (env = {}, { mode = 'production' } = {}) => {
  const production = mode === 'production';
  const url = env.url ?? DEVELOPMENT_URL;
  const addressed = (content) => withAddress(content.toString(), url);
  const name = production ? '[name].[contenthash:10]' : '[name]';
  return {
    mode,
    // `web` keeps everything of Node out: an import of it fails the build.
    target: ['web', 'es2022'],
    entry: { pane: './src/taskpane/index.tsx', excel: './src/taskpane/excel.tsx' },
    output: {
      path: path('dist'),
      publicPath: env.url === undefined ? '' : checkedUrl(env.url),
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
        templateContent: () => readFileSync(path('src/taskpane/index.html'), 'utf8').replace('{{csp}}', PAGE_POLICY),
        filename: 'index.html',
        chunks: ['pane'],
        favicon: './assets/icon.svg',
        scriptLoading: 'module',
        minify: production,
      }),
      new HtmlPlugin({
        templateContent: () =>
          readFileSync(path('src/taskpane/index.html'), 'utf8')
            .replace('{{csp}}', PAGE_POLICY)
            .replace('</title>', `</title>\n    <script src="${OFFICE_JS}"></script>`),
        filename: 'excel.html',
        chunks: ['excel'],
        favicon: './assets/icon.svg',
        scriptLoading: 'module',
        minify: production,
      }),
      new CopyPlugin({
        patterns: [
          { from: 'LICENSE', to: 'LICENSE.txt' },
          { from: 'THIRD-PARTY-NOTICES.md', noErrorOnMissing: true },
          { from: 'manifest.xml', transform: addressed },
          { from: 'assets/icons', to: 'icons' },
          { from: 'assets/pages', globOptions: { ignore: ['**/unsupported.html'] } },
          { from: 'assets/pages/unsupported.html', transform: addressed },
          ...['privacy', 'support'].map((page) => ({ from: `docs/${page}.md`, to: `${page}.html`, transform: (text) => pageOf(text.toString()) })),
        ],
      }),
      new ShippedPackages(),
    ],
    devtool: production ? false : 'inline-source-map',
    // The ceiling of the first load is held by tools/size.mjs, which knows what is loaded first.
    performance: { hints: false },
    optimization: { splitChunks: { chunks: 'async' }, moduleIds: 'deterministic' },
    devServer: { host: 'localhost', port: 3000, hot: false, open: false, client: { overlay: false } },
  };
};
