import { setTimeout as pause } from 'node:timers/promises';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { paths } from '../../../src/paths';
import { fillIn } from '../../support/forms';
import { installationPassword } from '../../support/installation';

/** What somebody typed and sent, and the page it stood on. */
interface Sent {
  readonly title: string;
  readonly page: { text: string };
}

/** An agent who opens one appeal after another, and sends again what was not confirmed. */
export interface BusyAgent {
  /** Titles that were confirmed, in order. */
  readonly confirmed: string[];
  /** Pages that said that it does not go right now. */
  readonly excuses: string[];
  /** Answers that were neither. */
  readonly surprises: string[];
  /** Works until `isOver`; then sends what is left until it is confirmed. */
  work(isOver: () => boolean): Promise<void>;
}

const pauseMs = 100;

/** Signs in. @param url of the application */
export async function busyAgent(url: string, email: string): Promise<BusyAgent> {
  const visitor: TestAgent = supertest.agent(url).set('Sec-Fetch-Site', 'same-origin');
  const me = { email, password: installationPassword, next: '' };
  await visitor.post(paths.signIn).type('form').send(me).expect(303);
  const [confirmed, excuses, surprises]: [string[], string[], string[]] = [[], [], []];
  let count = 0;

  async function begin(): Promise<Sent | undefined> {
    const page = await visitor.get(paths.newAppeal);
    if (page.status === 200) return { title: `${email} ${++count}.`, page };
    note(page);
    return undefined;
  }

  /** @returns whether it was confirmed */
  async function send({ title, page }: Sent): Promise<boolean> {
    const answer = await fillIn(visitor, page, paths.appeals, { title, kind: 'item', intent: 'draft' });
    if (answer.status === 303) confirmed.push(title);
    else note(answer, title);
    return answer.status === 303;
  }

  function note({ status, text }: { status: number; text: string }, typed = ''): void {
    if (status === 503 && text.includes(typed)) excuses.push(text);
    else surprises.push(`${status} ${text.slice(0, 2000)}`);
  }

  return {
    confirmed,
    excuses,
    surprises,
    async work(isOver) {
      while (!isOver()) {
        const sent = await begin();
        while (sent && !(await send(sent))) await pause(pauseMs);
        await pause(pauseMs);
      }
    },
  };
}
