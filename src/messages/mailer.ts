import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';

/** Hands one mail over; resolves only when it was really taken. */
export type Mailer = (
  mail: Pick<SendMailOptions, 'to' | 'subject' | 'text' | 'html' | 'messageId' | 'replyTo' | 'envelope' | 'headers'>,
) => Promise<void>;

/**
 * Mails by SMTP; without an SMTP server they land as files, to be looked at while trying out.
 * @param config `outboxDir` takes the files, one `.eml` a mail
 */
export function createMailer(config: { smtpUrl: string | undefined; mailFrom: string; outboxDir: string }): Mailer {
  return config.smtpUrl ? smtpMailer(config.smtpUrl, config.mailFrom) : fileMailer(config.outboxDir, config.mailFrom);
}

/** A server that does not answer in this time will not: long before the outbox would give the mail to another. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ ...patience, url }, { from });
  return async (mail) => {
    await transport.sendMail(mail);
  };
}

function fileMailer(outboxDir: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true }, { from });
  return async (mail) => {
    const { message } = await transport.sendMail(mail);
    await mkdir(outboxDir, { recursive: true });
    const file = path.join(outboxDir, `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID()}.eml`);
    await writeFile(`${file}.part`, message as Buffer);
    await rename(`${file}.part`, file);
  };
}
