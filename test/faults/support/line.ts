import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that can be cut and mended. */
export interface Line {
  /** The server's URI by way of this line. */
  readonly uri: string;
  /** Ends every connection, and lets in no other. */
  cut(): void;
  /** Lets connections in again. */
  mend(): void;
  close(): Promise<void>;
}

/** @param uri of the server at the other end: a host and port, or a socket's path */
export async function lineTo(uri: string): Promise<Line> {
  const target = targetOf(uri);
  const ends = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(target);
    for (const [end, other] of [[near, far] as const, [far, near] as const]) {
      ends.add(end);
      end.pipe(other);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        other.destroy();
        ends.delete(end);
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    isCut = true;
    for (const end of ends) end.destroy();
  };
  return {
    uri: uri.replace(hostIn, `://127.0.0.1:${(server.address() as AddressInfo).port}`),
    cut,
    mend: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

const hostIn = /:\/\/[^/]+/;

function targetOf(uri: string): { host: string; port: number } | { path: string } {
  const host = decodeURIComponent(hostIn.exec(uri)?.[0].slice('://'.length) ?? '');
  if (host.startsWith('/')) return { path: host };
  const [name = '', port] = host.split(':');
  return { host: name, port: Number(port ?? 27017) };
}
