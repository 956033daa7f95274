import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { paths } from '../../../src/paths';
import { visibleText } from '../../support/html';
import { installationPassword } from '../../support/installation';

/** The connection ended before an answer came: whether the request was carried out, nobody knows. */
export class Unanswered extends Error {}

export interface Answer {
  readonly status: number;
  /** Where a redirect leads, as path; empty without one. */
  readonly location: string;
  readonly body: Buffer;
  /** The body as text. */
  readonly text: string;
}

/** What a request carries. */
interface Sending {
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * Somebody who uses the application by HTTP, with cookies as a browser keeps them. It runs for production behind a
 * proxy that ends TLS, so requests say what such a proxy says. Every request has a connection of its own.
 */
export class Visitor {
  private cookies = '';

  constructor(private readonly port: number) {}

  async signIn(email: string): Promise<void> {
    await this.does(paths.signIn, { email, password: installationPassword, next: '' });
  }

  get(path: string): Promise<Answer> {
    return this.exchange('GET', path);
  }

  /** @throws Error unless the page is there */
  async page(path: string): Promise<string> {
    const { status, text } = await this.get(path);
    if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${visibleText(text)}`);
    return text;
  }

  /**
   * Sends a form. When it returns, what was asked for was acknowledged: the redirect was received.
   * @returns where the redirect leads
   * @throws Unanswered when no answer came
   * @throws Error when the answer was another one
   */
  async does(path: string, fields: Record<string, string>): Promise<string> {
    const bytes = Buffer.from(new URLSearchParams(fields).toString());
    return this.acknowledged(path, { type: 'application/x-www-form-urlencoded', bytes });
  }

  /** The same with files: a field that is a Blob is sent as one. */
  async uploads(path: string, fields: Record<string, string | Blob>): Promise<string> {
    return this.acknowledged(path, await multipart(fields));
  }

  /**
   * Sends a photo ahead of its form, as the page does.
   * @returns what the form says for it
   * @throws Unanswered when no answer came
   * @throws Error when the answer was another one
   */
  async sendsAhead(photo: Blob): Promise<string> {
    const { status, text } = await this.exchange('POST', paths.waitingPhotos, await multipart({ photos: photo }));
    const [, ref] = /name="photo" value="([^"]+)"/.exec(text) ?? [];
    if (status !== 201 || !ref) throw new Error(`a photo sent ahead was answered with ${status}: ${visibleText(text)}`);
    return ref;
  }

  /** A request that is still being sent: its head has arrived, of the body nothing has been written. */
  async begins(path: string, fields: Record<string, string | Blob>): Promise<{ finish(): Promise<Answer> }> {
    const { type, bytes } = await multipart(fields);
    const open = this.open('POST', path, {
      'Content-Type': type,
      'Content-Length': bytes.length,
      Expect: '100-continue',
    });
    const answer = this.answerTo(open);
    open.flushHeaders();
    await Promise.race([new Promise((resolve) => open.once('continue', resolve)), answer]);
    open.write(bytes.subarray(0, 100));
    return {
      finish() {
        open.end(bytes.subarray(100));
        return answer;
      },
    };
  }

  private async acknowledged(path: string, sending: Sending): Promise<string> {
    const { status, location, text } = await this.exchange('POST', path, sending);
    if (status !== 303) throw new Error(`POST ${path} answered ${status}: ${visibleText(text)}`);
    return location;
  }

  private exchange(method: string, path: string, sending?: Sending): Promise<Answer> {
    const about = sending && { 'Content-Type': sending.type, 'Content-Length': sending.bytes.length };
    const open = this.open(method, path, { ...about });
    const answer = this.answerTo(open);
    open.end(sending?.bytes);
    return answer;
  }

  private open(method: string, path: string, headers: Record<string, string | number>): ClientRequest {
    return request({
      host: '127.0.0.1',
      port: this.port,
      method,
      path,
      agent: false,
      headers: {
        Cookie: this.cookies,
        'Sec-Fetch-Site': 'same-origin',
        'X-Forwarded-Proto': 'https',
        ...headers,
      },
    });
  }

  private answerTo(open: ClientRequest): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const lost = (cause: Error) => reject(new Unanswered(`no answer: ${cause.message}`, { cause }));
      open.on('error', lost);
      open.on('response', (response) => {
        this.keepCookies(response);
        const { statusCode: status = 0, headers } = response;
        const head = { status, location: headers.location ?? '' };
        // A browser goes on as soon as it has read the head of a redirect; so do we.
        if (status === 303) resolve({ ...head, body: Buffer.alloc(0), text: '' });
        const parts: Buffer[] = [];
        response.on('error', lost);
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const body = Buffer.concat(parts);
          resolve({ ...head, body, text: body.toString('utf8') });
        });
      });
    });
  }

  private keepCookies({ headers }: IncomingMessage): void {
    const given = headers['set-cookie']?.map((cookie) => cookie.split(';')[0]);
    if (given) this.cookies = given.join('; ');
  }
}

async function multipart(fields: Record<string, string | Blob>): Promise<Sending> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, 'photo.png');
  }
  const response = new Response(form);
  const type = response.headers.get('Content-Type') ?? '';
  return { type, bytes: Buffer.from(await response.arrayBuffer()) };
}
