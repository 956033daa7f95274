import { z } from 'zod';
import { noticeKinds, noticeMedia, type Pace, pacesOf, type Wishes } from '../../domain/notice';
import { choice } from './fields';
import { tagLine } from './words';

/** The field in which somebody says how they want to hear of a kind of thing. */
export const wishField = (kind: string, medium: string): string => `${kind}-${medium}`;

const pairs = noticeKinds.flatMap((kind) => noticeMedia.map((medium) => ({ kind, medium })));

const fields: Record<string, z.ZodType<Pace>> = Object.fromEntries(
  pairs.map(({ kind, medium }) => [wishField(kind, medium), choice(pacesOf[medium])]),
);

/** How somebody wants to hear of things, and what they know about. */
export const noticeWishesForm = z.strictObject({ ...fields, tags: tagLine }).transform(({ tags, ...rest }) => {
  const chosen: Record<string, unknown> = rest;
  return {
    tags,
    wishes: Object.fromEntries(
      noticeKinds.map((kind) => [
        kind,
        Object.fromEntries(noticeMedia.map((medium) => [medium, chosen[wishField(kind, medium)]])),
      ]),
    ) as Wishes,
  };
});

/** What a mail program sends for somebody who wants no more such mails (RFC 8058); our own page sends nothing. */
export const unsubscribeForm = z.strictObject({ 'List-Unsubscribe': z.string().optional() });
