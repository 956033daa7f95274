import { randomBytes } from 'node:crypto';
import { paths } from '../../../src/paths';

/** Who sends the photos; the password lives as long as the bench's folder. */
export const sender = {
  email: 'sender@fundus.example',
  name: 'Sender',
  roles: ['agent'] as const,
  password: randomBytes(24).toString('hex'),
};

/** Somebody who is signed in and sends photos ahead of a form. */
export interface Visitor {
  /** Reads a page to its end. @returns milliseconds */
  read(path: string): Promise<number>;
  /** Sends a photo and reads what is then shown of it. @returns milliseconds */
  sendPhoto(bytes: Buffer): Promise<number>;
}

/** Signs in as a browser would. @param origin of the application */
export async function signedIn(origin: string): Promise<Visitor> {
  const form = new URLSearchParams({ email: sender.email, password: sender.password, next: '' });
  const { headers } = await ask(paths.signIn, { method: 'POST', body: form });
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');

  function ask(path: string, request: RequestInit, own: Record<string, string> = {}): Promise<Response> {
    return fetch(origin + path, {
      ...request,
      redirect: 'manual',
      headers: { 'Sec-Fetch-Site': 'same-origin', ...own },
    });
  }

  async function get(path: string): Promise<Buffer> {
    const answer = await ask(path, {}, { cookie });
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async function upload(form: Form): Promise<void> {
    const answer = await ask(paths.waitingPhotos, { method: 'POST', body: form.bytes }, { cookie, ...form.headers });
    if (answer.status !== 201) throw new Error(`the photo was answered with ${answer.status}`);
    const [, picture = ''] = / src="(\/[^"]+)"/.exec(await answer.text()) ?? [];
    await get(picture);
  }

  return {
    read: (path) => timed(() => get(path)),
    async sendPhoto(bytes) {
      const form = await formWith(bytes);
      return timed(() => upload(form));
    },
  };
}

/** A form as it goes over the wire. */
interface Form {
  readonly bytes: ArrayBuffer;
  readonly headers: Record<string, string>;
}

/** Putting it together is the sender's own time, and not measured. */
async function formWith(bytes: Buffer): Promise<Form> {
  const body = new FormData();
  body.append('photos', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg');
  const form = new Response(body);
  return { headers: { 'content-type': form.headers.get('content-type') ?? '' }, bytes: await form.arrayBuffer() };
}

/** @returns milliseconds */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
