import { eventNames } from '../../domain/event-names';
import type { EventDelivery } from '../../event-hooks/deliveries';
import type { EventHook } from '../../event-hooks/hooks';
import { link, paths } from '../../paths';
import type { FormState, Option } from './option';

interface HookView {
  host: string;
  /** Names of events; empty means all. */
  events: readonly string[];
  addedAt: Date;
  failingSince: Date | null;
  switchedOffAt: Date | null;
}

/** View `admin/webhooks`. Of an address only the host is shown: the rest of it may be a secret. Fields: url, events. */
export interface EventHooksPage {
  heading: string;
  docsHref: string;
  hooks: (HookView & { href: string })[];
  action: string;
  events: Option[];
  form: FormState;
}

/** View `admin/webhook`. */
export interface EventHookPage extends HookView {
  heading: string;
  parentHref: string;
  /** By which they check that it was us. */
  secret: string;
  testAction: string;
  endAction: string;
  switchAction: string | null;
  replayAction: string;
  anyFailed: boolean;
  deliveries: {
    id: string;
    name: string;
    /** Locale key. */
    stateLabel: string;
    failed: boolean;
    attempts: number;
    lastAnswer: string;
    at: Date;
    dueAt: Date | null;
  }[];
}

export function eventHooksPage(hooks: readonly EventHook[], heading: string, form: FormState): EventHooksPage {
  const chosen = [form.values.events ?? []].flat();
  return {
    heading,
    docsHref: paths.developers,
    hooks: hooks.map((hook) => ({ ...hookView(hook), href: link(paths.eventHook, { eventHookId: hook.id }) })),
    action: paths.eventHooks,
    events: eventNames.map((value) => ({ value, label: value, selected: chosen.includes(value) })),
    form,
  };
}

export function eventHookPage(hook: EventHook, deliveries: readonly EventDelivery[], secret: string): EventHookPage {
  const { host } = new URL(hook.url);
  const values = { eventHookId: hook.id };
  return {
    ...hookView(hook),
    heading: host,
    parentHref: paths.eventHooks,
    secret,
    testAction: link(paths.eventHookTest, values),
    endAction: link(paths.eventHookEnd, values),
    switchAction: hook.switchedOffAt ? link(paths.eventHookSwitch, values) : null,
    replayAction: link(paths.eventHookReplays, values),
    anyFailed: deliveries.some(({ state }) => state === 'failed'),
    deliveries: deliveries.map(({ id, name, state, attempts, lastAnswer, triedAt, madeAt, dueAt }) => ({
      id,
      name,
      stateLabel: `eventHook.state.${state}`,
      failed: state === 'failed',
      attempts,
      lastAnswer,
      at: triedAt ?? madeAt,
      dueAt: attempts > 0 ? dueAt : null,
    })),
  };
}

function hookView({ url, events, addedAt, failingSince, switchedOffAt }: EventHook): HookView {
  return { host: new URL(url).host, events, addedAt, failingSince, switchedOffAt };
}
