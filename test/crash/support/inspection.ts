import { translator } from '../../../src/i18n/translator';
import { link, paths } from '../../../src/paths';
import { mailsIn } from '../../support/outbox';
import type { CaseFile } from './case-file';
import { CasePage } from './case-page';
import { areAlike, type Colour, colourOf } from './colours';
import type { Visitor } from './visitor';

/** Of every photo the largest and the smallest file are looked at. */
const looked = ['large.jpg', 'small.jpg'];

/**
 * Reads every page that tells of these cases, as the agent.
 * @returns what was acknowledged and is not there, or does not agree; empty when all is well
 */
export async function missingFrom(files: readonly CaseFile[], agent: Visitor, dataDir: string): Promise<string[]> {
  const shelf = await wholeShelf(agent);
  const missing: string[] = [];
  for (const file of files) {
    const page = new CasePage(await agent.page(file.path));
    const found = [
      ...missingWords(file, page, shelf),
      ...wrongEvents(file, page),
      ...(await missingMails(file, page, dataDir)),
      ...(await missingPhotos(file, page, agent)),
    ];
    missing.push(...found.map((what) => `${file.title} (${file.path}): ${what}`));
  }
  return missing;
}

/** The shelf shows a page at a time. */
async function wholeShelf(agent: Visitor, path: string = paths.shelf): Promise<string> {
  const page = await agent.page(path);
  const [, after] = /href="\/shelf\?after(?:=|&#x3D;)([\w.]+)"/.exec(page) ?? [];
  return after ? page + (await wholeShelf(agent, `${paths.shelf}?after=${after}`)) : page;
}

function missingWords(file: CaseFile, { html }: CasePage, shelf: string): string[] {
  const followers = translator('de')('appeal.followers', { count: file.followers });
  return [
    ...file.words.filter((words) => !html.includes(words)).map((words) => `the words ${words}`),
    ...file.onShelf.filter((words) => !shelf.includes(words)).map((words) => `${words} on the shelf`),
    ...(file.followers > 0 && !html.includes(followers) ? [followers] : []),
  ];
}

/** Every event that was acknowledged is there once; the one step under way when the application died may be, too. */
function wrongEvents(file: CaseFile, page: CasePage): string[] {
  const counts = file.acknowledged.map(([type, times]) => ({ type, times, shown: page.timesOf(type) }));
  const wrong = counts.filter(({ times, shown }) => shown < times || shown > times + (file.doubtful ? 1 : 0));
  return [
    ...wrong.map(({ type, times, shown }) => `${type} acknowledged ${times} times, shown ${shown} times`),
    ...(page.status === page.statusByTimeline ? [] : [`${page.status}, by its timeline ${page.statusByTimeline}`]),
  ];
}

/** A mail that counts as sent has left the house. */
async function missingMails(file: CaseFile, page: CasePage, dataDir: string): Promise<string[]> {
  const sent = file.words.filter((words) => page.isSent(words));
  const mails = (await mailsIn(dataDir)).join('\n');
  return sent.filter((words) => !mails.includes(words)).map((words) => `the mail ${words}`);
}

async function missingPhotos(file: CaseFile, page: CasePage, agent: Visitor): Promise<string[]> {
  const kept: Colour[] = [];
  const broken: string[] = [];
  for (const photoId of page.photoIds) {
    for (const name of looked) {
      const answer = await agent.get(link(paths.photo, { id: file.id, photoId, file: name }));
      if (answer.status === 200) kept.push(await colourOf(answer.body));
      else broken.push(`${name} of photo ${photoId}: status ${answer.status}`);
    }
  }
  const lost = file.photos.filter((colour) => kept.filter((other) => areAlike(colour, other)).length < looked.length);
  return [...broken, ...lost.map((colour) => `the photo of colour ${colour}`)];
}
