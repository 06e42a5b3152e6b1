import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';

/** Starts a server on a free port of the loopback, until the test ends. */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** A proxy that opens tunnels and keeps what it sees in plain text; with a status other than 200 it refuses. */
export async function startProxy(status = 200): Promise<{ readonly url: string; readonly log: string[] }> {
  const log: string[] = [];
  const server = createServer((request, response) => {
    log.push(`${request.method} ${request.url}`);
    response.writeHead(400).end();
  });
  server.on('connect', (request, socket, head) => {
    log.push(`CONNECT ${request.url} ${JSON.stringify(request.headers)}`);
    socket.on('error', () => undefined);
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      return;
    }
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
  });
  return { url: `127.0.0.1:${await listening(server)}`, log };
}
