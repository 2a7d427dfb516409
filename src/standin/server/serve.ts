/** The stand-in's http server: localhost only, no caching, no other methods than GET. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Site } from './site';

export interface Served {
  readonly origin: string;
  readonly server: Server;
  close(): Promise<void>;
}

/** Starts serving. `port` 0 takes any free one; a taken port is an error with a plain message. */
export function serve(site: Site, port: number): Promise<Served> {
  const server = createServer((request, response) => {
    // A page of another site must not read what lies here, whatever name it gives this machine.
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (host !== 'localhost' && host !== '127.0.0.1' && host !== '[::1]') {
      response.writeHead(403).end();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const answer = answerOf(site, request.url ?? '/');
    const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
    if (answer.status === 302) {
      response.writeHead(302, { ...headers, location: answer.type }).end();
      return;
    }
    response.writeHead(answer.status, { ...headers, 'content-type': answer.type, 'content-length': answer.body.length });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve({
        origin: `http://localhost:${String(taken)}`,
        server,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function answerOf(site: Site, url: string): ReturnType<Site> {
  try {
    return site(url);
  } catch (error) {
    const message = error instanceof URIError ? 'Địa chỉ không đọc được.' : 'Có lỗi trong máy chủ thử nghiệm.';
    return { status: error instanceof URIError ? 400 : 500, type: 'text/plain; charset=utf-8', body: Buffer.from(message) };
  }
}
