import { createTransport, type SendMailOptions } from 'nodemailer';

/** @returns a mail as it travels, from the customer of the usual case unless said otherwise */
export async function rawMail(mail: SendMailOptions): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const usual = { from: 'Maria Muster <maria@customers.example>', subject: 'Re: Your search' };
  const { message } = await transport.sendMail({ ...usual, ...mail });
  return message as Buffer;
}

/** @returns a report that a mail did not arrive (RFC 3464) */
export function bounceMail(to: string, { action = 'failed', status = '5.1.1' } = {}): Buffer {
  const lines = [
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I am sorry to have to inform you.',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; maria@customers.example',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 no such user here',
    '',
    '--part--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
