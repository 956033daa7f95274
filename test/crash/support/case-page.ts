import type { Status } from '../../../src/domain/appeal-status';
import type { EventType } from '../../../src/domain/timeline-event';

/** The statuses certain events lead to in the course this test takes. */
const leadsTo: Partial<Record<EventType, Status>> = {
  appeal_published: 'searching',
  find_accepted: 'found',
  find_handed_over: 'collecting',
  find_received: 'at_desk',
  shipped: 'on_its_way',
  delivered: 'delivered',
  closed: 'closed',
};

/** The page of a case as an agent gets it. */
export class CasePage {
  /** The newest first. */
  readonly events: readonly EventType[];

  constructor(readonly html: string) {
    this.events = [...html.matchAll(/timeline__event--(\w+)/g)].map(([, type]) => type as EventType);
  }

  timesOf(type: EventType): number {
    return this.events.filter((event) => event === type).length;
  }

  get status(): string {
    return /status-chip--(\w+)/.exec(this.html)?.[1] ?? '';
  }

  /** The status the timeline tells of; both are written together, so it is the status of the case. */
  get statusByTimeline(): string {
    const mover = this.events.find((type) => leadsTo[type] !== undefined);
    return (mover && leadsTo[mover]) ?? 'draft';
  }

  get photoIds(): string[] {
    return [...new Set([...this.html.matchAll(/\/photos\/([0-9a-f]{64})\//g)].map(([, id = '']) => id))];
  }

  get statusPath(): string {
    return /\/status\/[\w-]+/.exec(this.html)?.[0] ?? '';
  }

  /** Where the button of the one find posts to. */
  findAction(noun: string): string {
    const action = new RegExp(`/appeals/\\w+/finds/[\\w-]+/${noun}`).exec(this.html)?.[0];
    if (!action) throw new Error(`the page offers no ${noun}`);
    return action;
  }

  /** Whether the message with these words counts as delivered. */
  isSent(words: string): boolean {
    const messages = this.html.match(/<article class="message[\s\S]*?<\/article>/g) ?? [];
    return messages.some((message) => message.includes(words) && message.includes('message__state--sent'));
  }
}
