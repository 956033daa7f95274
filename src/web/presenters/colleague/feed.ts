import { Feed } from 'feed';
import { escapeExpression } from 'handlebars';
import { answerFormOf } from '../../../domain/answer-form';
import type { Appeal } from '../../../domain/appeal';
import type { Language } from '../../../domain/languages';
import type { Translate } from '../../../i18n/translator';
import { link, paths } from '../../../paths';
import { paragraphs } from '../paragraphs';

/** What a feed is made with, besides the appeals. */
export interface FeedReader {
  t: Translate;
  language: Language;
  brandName: string;
  /** Our own address, without a slash at the end. */
  baseUrl: string;
  /** Path of the feed itself. */
  feedPath: string;
  /** Names of accounts by id. */
  names: ReadonlyMap<string, string>;
  /** Path under which a photo can be fetched without signing in. */
  photoPathOf: (appealId: string, photoId: string) => string;
}

/** @returns the newest appeals as an Atom feed: what every colleague may read of them */
export function colleagueFeed(appeals: readonly Appeal[], reader: FeedReader): string {
  const { t, baseUrl, brandName, language } = reader;
  const feed = new Feed({
    title: brandName,
    description: t('notice.feed.subtitle'),
    id: `${baseUrl}${paths.board}`,
    link: `${baseUrl}${paths.board}`,
    feedLinks: { atom: `${baseUrl}${reader.feedPath}` },
    language,
    generator: false,
    updated: appeals[0]?.publishedAt ?? new Date(0),
  });
  for (const appeal of appeals) feed.addItem(entryOf(appeal, reader));
  return feed.atom1();
}

function entryOf(appeal: Appeal, reader: FeedReader) {
  const url = reader.baseUrl + link(paths.appeal, { id: appeal.id });
  const date = appeal.publishedAt ?? appeal.openedAt;
  return {
    title: appeal.title,
    id: url,
    link: url,
    date,
    published: date,
    author: [{ name: reader.names.get(appeal.openedBy) ?? reader.t('common.somebody') }],
    content: contentOf(appeal, url, reader),
  };
}

function contentOf(appeal: Appeal, url: string, reader: FeedReader): string {
  const { id, photos, story, place, reward } = appeal;
  const form = answerFormOf(appeal);
  const { t, baseUrl } = reader;
  const [photo] = photos;
  const source = photo && escapeExpression(baseUrl + reader.photoPathOf(id, photo.id));
  const lines = [
    ...(place ? [place] : []),
    ...paragraphs(story),
    ...(reward ? [`${t('appeal.reward')} ${reward}`] : []),
  ];
  return [
    ...(source ? [`<p><img src="${source}" alt=""></p>`] : []),
    ...lines.map((line) => `<p>${escapeExpression(line)}</p>`),
    `<p><a href="${escapeExpression(`${url}#${form}`)}">${escapeExpression(t(`find.${form}.open`))}</a></p>`,
  ].join('\n');
}
