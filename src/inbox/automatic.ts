import type { Headers } from 'mailparser';

const automaticSubjects =
  /^(auto(matic)?[- ]?(reply|response)|out of (the )?office|abwesenheits(notiz|nachricht)|automatische (antwort|nachricht)|nicht im (büro|haus))\b/i;

/**
 * Whether a program sent a mail on its own: an absence note, a list, a report. Such mails are nobody's words, and are
 * never answered (RFC 3834).
 */
export function isAutomatic(headers: Headers, subject: string): boolean {
  const value = (name: string) => String(headers.get(name) ?? '').toLowerCase();
  const submitted = value('auto-submitted');
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    /^(bulk|list|junk|auto_reply)\b/.test(value('precedence')) ||
    ['list', 'x-autoreply', 'x-autorespond', 'x-auto-response', 'x-failed-recipients'].some((name) =>
      headers.has(name),
    ) ||
    automaticSubjects.test(subject)
  );
}
