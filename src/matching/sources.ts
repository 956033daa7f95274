import { openStatuses } from '../domain/appeal-status';
import { AppealModel, type AppealRecord } from '../models/appeal';
import { SpareModel, type SpareRecord } from '../models/spare';
import type { Source } from './alike';

const countAppeals = () => AppealModel.estimatedDocumentCount();

export const spareSource: Source<SpareRecord> = {
  tokens: 'tokens',
  field: 'shelvedAt',
  filter: { free: { $gt: 0 }, withdrawnAt: null },
  photoFields: ['photos.id'],
  photosOf: ({ photos }) => photos.map(({ id }) => id),
  find: (filter, order, limit, index) =>
    SpareModel.find(filter, null, index ? { hint: index } : {})
      .select('title photos place free entryId tokens shelvedAt')
      .sort({ shelvedAt: order, _id: order })
      .limit(limit)
      .batchSize(limit)
      .lean(),
  count: () => SpareModel.estimatedDocumentCount(),
};

/** For agents alone: finds are no colleague's business. */
export const findSource: Source<AppealRecord> = {
  tokens: 'findTokens',
  field: 'publishedAt',
  filter: { 'finds.state': 'offered', withheld: { $ne: true } },
  photoFields: ['photos.id', 'finds.photo.id'],
  photosOf: ({ photos, finds }) => [...photos, ...finds.flatMap(({ photo }) => photo ?? [])].map(({ id }) => id),
  find: (filter, order, limit, index) =>
    AppealModel.find(filter, null, index ? { hint: index } : {})
      .select('title kind status photos place finds entryId findTokens publishedAt')
      .sort({ publishedAt: order, _id: order })
      .limit(limit)
      .batchSize(limit)
      .lean(),
  count: countAppeals,
};

export const appealSource: Source<AppealRecord> = {
  tokens: 'openTokens',
  field: 'publishedAt',
  filter: { status: { $in: openStatuses }, withheld: { $ne: true } },
  photoFields: ['photos.id'],
  photosOf: ({ photos }) => photos.map(({ id }) => id),
  find: (filter, order, limit, index) =>
    AppealModel.find(filter, null, index ? { hint: index } : {})
      .select('title kind status photos place entryId openTokens publishedAt')
      .sort({ publishedAt: order, _id: order })
      .limit(limit)
      .batchSize(limit)
      .lean(),
  count: countAppeals,
};
