import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from '../src/config';
import { roles } from '../src/domain/actor';
import { createAccount, type NewAccount } from '../src/people/accounts';
import { connectStore } from '../src/store/connect';
import { askSecret } from './ask-secret';
import { runScript, UsageError } from './run-script';

const usage = `Creates an account.

  npm run create-user -- --email ada@example.org --name "Ada Lovelace" [--role agent] [--role admin]

Everybody is an employee; agent and admin come on top. The password is asked for, or taken from FUNDUS_PASSWORD.`;

const given = z.object({
  email: z.email('--email: an e-mail address, to sign in with'),
  name: z.string('--name: how colleagues know the person').trim().min(1, '--name: empty').max(80, '--name: too long'),
  role: z.array(z.enum(roles, `--role: one of ${roles.join(', ')}`)).default([]),
});

runScript(usage, async () => {
  const { email, name, role } = readArguments(process.argv.slice(2));
  const password = process.env.FUNDUS_PASSWORD || (await askSecret(`Password for ${email}: `));
  await withStore({ email, name, roles: role, password });
  process.stdout.write(`Created ${email} (${['employee', ...role].join(', ')}).\n`);
});

function readArguments(args: string[]): z.output<typeof given> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { email: text, name: text, role: { ...text, multiple: true } } });
  const parsed = given.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new UsageError(parsed.error.issues.map(({ message }) => message).join('\n'));
}

async function withStore(account: NewAccount): Promise<void> {
  const store = await connectStore(readConfig(process.env));
  try {
    await createAccount(account);
  } finally {
    await store.close();
  }
}
