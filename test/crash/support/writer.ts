import { CaseFile } from './case-file';
import { CasePage } from './case-page';
import type { Chance } from './chance';
import type { Colour } from './colours';
import { course, openCase, type People } from './course';
import { Unanswered } from './visitor';

/** Carries one case after the other from its photo to the shelf, and keeps account of what was acknowledged. */
export class Writer {
  readonly files: CaseFile[] = [];
  private acts = 0;

  /** @param name unlike that of any other writer */
  constructor(
    private readonly name: string,
    private readonly people: People,
    private readonly chance: Chance,
  ) {}

  /**
   * Goes on until the application answers no more.
   * @param onAcknowledged told of every answer that came
   */
  async write(onAcknowledged: () => void): Promise<void> {
    try {
      for (;;) {
        await this.goOn();
        onAcknowledged();
      }
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
    }
  }

  /** Finds out whether the step that was under way was carried out before the application was killed. */
  async resolveDoubt(): Promise<void> {
    const file = this.files.at(-1);
    const event = file && course[file.next]?.event;
    if (!file?.doubtful || !event) return;
    const page = new CasePage(await this.people.agent.page(file.path));
    file.doubtful = false;
    if (page.timesOf(event) === file.timesOf(event)) return;
    file.record(event);
    file.next++;
  }

  private async goOn(): Promise<void> {
    const file = this.files.at(-1);
    const step = file && course[file.next];
    if (!file || !step) return this.open();
    file.doubtful = true;
    await step.take({ ...this.people, file, words: this.newWords(), colour: this.newColour() });
    file.doubtful = false;
    file.next++;
    if (step.event) file.record(step.event);
  }

  private async open(): Promise<void> {
    const [title, colour] = [this.newWords(), this.newColour()];
    const mailed = this.chance.below(2) === 0;
    const file = new CaseFile(await openCase(this.people, title, mailed, colour), title, mailed);
    file.words.push(title);
    file.photos.push(colour);
    file.record('appeal_opened', 'appeal_published');
    this.files.push(file);
  }

  /** No two are alike, so that what was sent twice can be told apart. */
  private newWords(): string {
    this.acts++;
    return `${this.name}x${this.acts}x`;
  }

  private newColour(): Colour {
    return [this.chance.below(256), this.chance.below(256), this.chance.below(256)];
  }
}
