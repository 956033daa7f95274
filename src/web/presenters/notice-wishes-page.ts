import { noticeKinds, noticeMedia, pacesOf } from '../../domain/notice';
import type { Translate } from '../../i18n/translator';
import { link, paths } from '../../paths';
import { wishField } from '../forms/notice-wishes';
import { type FormState, type Option, options } from './option';

/** View `notices/wishes`. */
export interface NoticeWishesPage {
  /** Finished text. */
  heading: string;
  action: string;
  wishes: {
    label: string;
    hint: string;
    choices: { name: string; label: string; options: Option[]; error: string }[];
  }[];
  push: PushView;
  /** The address of the viewer's own feed; null where they have none. */
  feed: { url: string | null; renewAction: string; revokeAction: string };
  form: FormState;
}

interface PushView {
  /** By which the browser's maker will know us. */
  key: string;
  action: string;
  devices: { name: string; since: Date; removeAction: string }[];
}

interface Channels {
  feedUrl: string | null;
  publicKey: string;
  devices: readonly { _id: string; device: string; since: Date }[];
}

export function noticeWishesPage(form: FormState, channels: Channels, t: Translate): NoticeWishesPage {
  return {
    heading: t('notice.wishes'),
    action: paths.noticeWishes,
    wishes: noticeKinds.map((kind) => ({
      label: `notice.kind.${kind}`,
      hint: `notice.kindHint.${kind}`,
      choices: noticeMedia.map((medium) => {
        const name = wishField(kind, medium);
        const error = form.errorOf[name] ?? '';
        const label = `notice.medium.${medium}`;
        return { name, label, options: options(pacesOf[medium], `notice.pace.${medium}`, form.values[name]), error };
      }),
    })),
    push: pushView(channels),
    feed: { url: channels.feedUrl, renewAction: paths.feedRenewal, revokeAction: paths.feedRevocation },
    form,
  };
}

function pushView({ publicKey, devices }: Channels): PushView {
  return {
    key: publicKey,
    action: paths.pushDevices,
    devices: devices.map(({ _id, device, since }) => ({
      name: nameOf(device),
      since,
      removeAction: link(paths.pushDeviceEnd, { deviceId: _id }),
    })),
  };
}

/** Browser and system, as far as they can be made out. */
function nameOf(userAgent: string): string {
  const browser = /Firefox|Edg|OPR|Chrome|Safari/.exec(userAgent)?.[0] ?? '';
  const system = /Android|iPhone|iPad|Windows|Macintosh|Linux/.exec(userAgent)?.[0] ?? '';
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', Macintosh: 'Mac' };
  return (
    [browser, system]
      .map((name) => names[name] ?? name)
      .join(' ')
      .trim() || 'Web'
  );
}
