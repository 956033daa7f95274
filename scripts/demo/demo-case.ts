import type { NewAppeal } from '../../src/appeals/open-appeal';
import type { DemoGift } from './catalogue';
import type { Course } from './course';
import type { DemoPerson } from './people';
import type { PictureName } from './pictures';

/** An invented case: what the agent typed, and what came of it. */
export interface DemoCase {
  agent: DemoPerson;
  pictures: readonly PictureName[];
  appeal: NewAppeal;
  /** The thing of the catalogue that is sought. */
  gift?: DemoGift;
  /** When it was opened; what happened since is spread over the days until `quietDays` ago. */
  openedDaysAgo: number;
  quietDays: number;
  /** What happened after opening it; a draft has no course. */
  course?: (course: Course) => Promise<void>;
}
