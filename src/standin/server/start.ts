/** `npm start`: builds what is needed, serves the stand-in on localhost and prints its address. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from './bundles';
import { NATIVE_ADDRESSES } from './rewrite-html';
import { serve, type Served } from './serve';
import { makeSite } from './site';

const DEFAULT_PORT = 3000;

/** A port number from the environment; a word that is none ends the program with a sentence. */
function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT phải là một số từ 0 đến 65535, không phải “${text}”.`);
}

async function listen(root: string, port: number): Promise<Served> {
  const site = makeSite({ root, bundles: await buildBundles(root), addresses: NATIVE_ADDRESSES });
  return serve(site, port);
}

/** Starts the stand-in for the project in `root` and resolves when it listens. Ctrl+C ends it. */
export async function start(root: string, environment: NodeJS.ProcessEnv): Promise<Served> {
  const port = portFrom(environment['PORT']);
  process.stdout.write('Đang dựng Excel mô phỏng…\n');
  try {
    const served = await listen(root, port);
    const notes = [
      `Excel mô phỏng: ${served.origin}/standin/`,
      existsSync(join(root, 'manifest.xml')) ? null : 'Chưa có manifest.xml: tiện ích thử được dùng thay.',
      existsSync(join(root, 'samples', 'received')) ? 'Các tệp mẫu nằm ở danh sách bên trái.' : null,
      'Nhấn Ctrl+C để dừng.',
    ];
    process.stdout.write(`${notes.filter((note) => note !== null).join('\n')}\n`);
    const stop = (): void => void served.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    return served;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Error(`Cổng ${String(port)} đang có chương trình khác dùng. Đặt biến PORT thành một số khác.`);
    }
    throw error;
  }
}
