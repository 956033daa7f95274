import type { IncomingHttpHeaders } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** A social media suite in this process, for the host `suite.example`. */
export interface Suite {
  url: string;
  /** The certificate it shows, which nobody else has signed. */
  ca: string;
  port: number;
  taken: { headers: IncomingHttpHeaders; body: string }[];
  /** How it answers from now on. */
  answer(status: number, body?: string, headers?: Record<string, string>): void;
  stop(): Promise<void>;
}

export async function startSuite(): Promise<Suite> {
  const keys = await generate([{ name: 'commonName', value: 'suite.example' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'suite.example' }] }],
  });
  const taken: Suite['taken'] = [];
  let next: [status: number, body: string, headers: Record<string, string>] = [200, '', {}];
  const server = createServer({ key: keys.private, cert: keys.cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      taken.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      const [status, body, headers] = next;
      if (status > 0) response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://suite.example:${port}/hook?team=1`,
    ca: keys.cert,
    port,
    taken,
    answer: (status, body = '', headers = {}) => {
      next = [status, body, headers];
    },
    stop: () => ended(server),
  };
}

function ended(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
