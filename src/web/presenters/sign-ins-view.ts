import { link, paths } from '../../paths';
import type { SignIn } from '../../people/sign-ins';

/** Where somebody is signed in. */
export interface SignInsView {
  places: SignInView[];
  endAllAction: string;
}

export interface SignInView {
  icon: string;
  /** Locale key, and what stands in it. */
  label: string;
  values: { browser: string; system: string };
  since: Date;
  seenAt: Date;
  /** Whether it is the one that asks. */
  here: boolean;
  endAction: string;
}

const icons = { desktop: 'monitor', mobile: 'smartphone', tablet: 'tablet', unknown: 'monitor-smartphone' } as const;

/** @param hereId id of the sign-in that asks */
export function signInsView(signIns: readonly SignIn[], hereId: string): SignInsView {
  const places = signIns.map(({ id, browser, system, device, at, seenAt }) => ({
    icon: icons[device],
    label: labelOf({ browser, system }),
    values: { browser, system },
    since: at,
    seenAt,
    here: id === hereId,
    endAction: link(paths.signInEnd, { signInId: id }),
  }));
  return { places: places.sort((a, b) => Number(b.here) - Number(a.here)), endAllAction: paths.signInsEnd };
}

function labelOf({ browser, system }: Pick<SignIn, 'browser' | 'system'>): string {
  if (browser && system) return 'profile.signIns.both';
  return browser || system ? 'profile.signIns.one' : 'profile.signIns.unknown';
}
