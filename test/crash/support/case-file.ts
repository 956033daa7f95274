import type { EventType } from '../../../src/domain/timeline-event';
import { link, paths } from '../../../src/paths';
import type { Colour } from './colours';

/** What of a case was acknowledged, and must therefore be there whatever happens. */
export class CaseFile {
  /** Words somebody sent that an agent reads on the case's page. */
  readonly words: string[] = [];
  /** Words on the shelf. */
  readonly onShelf: string[] = [];
  /** Photos, by the colour they were sent in. */
  readonly photos: Colour[] = [];
  followers = 0;
  /** Index of the step that comes next. */
  next = 0;
  /** The step that was under way when the application was killed, if one was. */
  doubtful = false;
  private readonly events = new Map<EventType, number>();

  constructor(
    readonly id: string,
    readonly title: string,
    readonly mailed: boolean,
  ) {}

  get path(): string {
    return link(paths.appeal, { id: this.id });
  }

  record(...types: EventType[]): void {
    for (const type of types) this.events.set(type, this.timesOf(type) + 1);
  }

  timesOf(type: EventType): number {
    return this.events.get(type) ?? 0;
  }

  get acknowledged(): readonly (readonly [EventType, number])[] {
    return [...this.events];
  }
}
