import { chooseLanguage, translator } from '../i18n/translator';
import type { Mailer } from '../messages/mailer';
import { activeAdmins } from '../people/find-accounts';
import type { EventHook } from './hooks';

/** Writes to the admins that somebody outside is told nothing any more; of the address only the host. */
export async function tellAdmins({ url }: EventHook, mailer: Mailer, pageUrl: string): Promise<void> {
  for (const { email, language } of await activeAdmins()) {
    const t = translator(chooseLanguage(language));
    const { host } = new URL(url);
    await mailer({
      to: email,
      subject: t('eventHook.mail.subject'),
      text: t('eventHook.mail.text', { host, pageUrl }),
    });
  }
}
