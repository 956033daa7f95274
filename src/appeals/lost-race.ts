import type { Appeal } from '../domain/appeal';
import { Conflict } from '../errors';

/** The case does not allow the command (any more). */
export class LostRace extends Conflict {
  /**
   * @param appeal as it stands now
   * @param seenVersion the version the command was decided on; undefined where nobody said
   */
  constructor(appeal: Appeal, seenVersion: number | undefined) {
    // The version counts events, so what happened since is the tail of the timeline.
    const since = seenVersion === undefined ? [] : appeal.timeline.slice(seenVersion);
    super(since.length > 0 ? 'conflict.faster' : 'conflict.notNow');
    this.appeal = { ...appeal, timeline: since };
  }

  /** The case with what happened since as its timeline, the oldest first. */
  readonly appeal: Appeal;
}
