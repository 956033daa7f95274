import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createMailer } from '../../src/messages/mailer';
import { type MailServer, startMailServer } from '../support/smtp';

const mail = { to: 'maria@customers.example', subject: 'Grüße', text: 'Ein Esel!\nFür Sie.', messageId: '<1@fundus>' };
const mailFrom = 'Fundus <fundus@company.example>';

describe('without an SMTP server', () => {
  it('leaves every mail as a file of its own', async () => {
    const outboxDir = path.join(await mkdtemp(path.join(tmpdir(), 'fundus-test-')), 'outbox');
    const mailer = createMailer({ smtpUrl: undefined, mailFrom, outboxDir });
    await Promise.all([mailer(mail), mailer(mail)]);
    const files = await readdir(outboxDir);
    expect(files).toEqual([expect.stringMatching(/\.eml$/), expect.stringMatching(/\.eml$/)]);
    const text = await readFile(path.join(outboxDir, files[0] ?? ''), 'utf8');
    expect(text).toMatch(/^From: Fundus <fundus@company\.example>\r?$/m);
    expect(text).toMatch(/^To: maria@customers\.example\r?$/m);
    expect(text).toMatch(/^Message-ID: <1@fundus>\r?$/m);
    await rm(path.dirname(outboxDir), { recursive: true });
  });
});

describe('with an SMTP server', () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.stop());
  const mailer = () => createMailer({ smtpUrl: server.url, mailFrom, outboxDir: '/nowhere' });

  it('says when the server does not take it', async () => {
    server.refuse(1);
    await expect(mailer()(mail)).rejects.toThrow('Come back later');
    expect(server.taken).toEqual([]);
  });

  it('hands it over', async () => {
    await mailer()(mail);
    expect(server.taken).toEqual([
      { from: 'fundus@company.example', to: ['maria@customers.example'], text: expect.stringContaining('Ein Esel!') },
    ]);
  });

  it('writes to nobody else, whatever stands in the subject', async () => {
    await mailer()({ ...mail, subject: 'News\r\nBcc: spy@else.example' });
    expect(server.taken[0]?.to).toEqual(['maria@customers.example']);
    expect(server.taken[0]?.text).not.toMatch(/^Bcc:/m);
  });
});
