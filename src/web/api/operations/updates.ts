import { customerOf } from '../../../customers/customer';
import type { Appeal } from '../../../domain/appeal';
import { isOpenToCustomer } from '../../../domain/approval';
import { NotFound } from '../../../errors';
import { messagesOf } from '../../../messages/find-messages';
import { fillLink } from '../../../messages/link-placeholder';
import { markPosted } from '../../../messages/mark-posted';
import { refusePastPromise } from '../../../messages/past-promise';
import { sendUpdate } from '../../../messages/send-update';
import { takeBackUpdate } from '../../../messages/take-back';
import { apiPaths } from '../../../paths';
import type { Services } from '../../../services';
import { bareBody, newUpdateBody, postedBody } from '../../forms/api';
import { updateJson, updateSchema, updatesSchema } from '../../presenters/api/update';
import { type Call, command, type Operation, reading } from '../operation';
import { readCase } from './case-access';

/** Status updates to the customer. */
export function updateOperations(services: Services): Operation[] {
  const common = { tag: 'updates', guard: 'agent' } as const;

  const listUpdates = reading({
    ...common,
    id: 'listUpdates',
    path: apiPaths.updates,
    scope: 'updates:read',
    answer: updatesSchema,
    async read(call) {
      const { id } = await readCase(call, services);
      return { json: { items: (await updatesIn(id)).map(updateJson), next: null } };
    },
  });

  const readUpdate = reading({
    ...common,
    id: 'readUpdate',
    path: apiPaths.update,
    scope: 'updates:read',
    answer: updateSchema,
    async read(call) {
      const { id } = await readCase(call, services);
      const update = (await updatesIn(id)).find((one) => one.id === call.param('messageId'));
      if (!update) throw new NotFound();
      return { json: updateJson(update) };
    },
  });

  const sending = command({
    ...common,
    id: 'sendUpdate',
    path: apiPaths.updates,
    scope: 'updates:write',
    status: 201,
    next: readUpdate,
    body: newUpdateBody,
    async run(call, { channel, body, ...rest }) {
      const { appeal, customer } = await openCase(call, services);
      refusePastPromise(rest.hearsBy, services.config.calendar);
      const statusUrl = customer.statusLink && services.statusUrlOf(customer.statusLink);
      const update = { ...rest, channel: channel ?? appeal.channel, body: fillLink(body, statusUrl) };
      const { undoSeconds, webhook } = services.config;
      const after = await sendUpdate(plainTarget(call), update, statusUrl, undoSeconds * 1000, webhook?.channels);
      services.outbox.nudge();
      return { id: appeal.id, messageId: newestMessageIn(after) };
    },
  });

  const posting = command({
    ...common,
    id: 'markPosted',
    path: apiPaths.updatePosting,
    scope: 'updates:write',
    status: 200,
    next: readUpdate,
    body: postedBody,
    run: (call, { link }) => onUpdate(call, (messageId) => markPosted(plainTarget(call), messageId, link)),
  });

  const takingBack = command({
    ...common,
    id: 'takeBackUpdate',
    path: apiPaths.updateWithdrawal,
    scope: 'updates:write',
    status: 200,
    next: readUpdate,
    body: bareBody,
    run: (call) => onUpdate(call, (messageId) => takeBackUpdate(plainTarget(call), messageId)),
  });

  return [listUpdates, sending, readUpdate, posting, takingBack];
}

/** The message is changed before the case is, so no version of the case is asked for. */
function plainTarget({ actor, param }: Call) {
  return { actor, appealId: param('id') };
}

/** Customers' own words are not among them. */
async function updatesIn(appealId: string) {
  return (await messagesOf(appealId)).filter(({ kind }) => kind === 'update');
}

async function openCase(call: Call, services: Pick<Services, 'audit'>) {
  const appeal = await readCase(call, services);
  const customer = await customerOf(appeal.id);
  if (!customer || !isOpenToCustomer(appeal)) throw new NotFound();
  return { appeal, customer };
}

async function onUpdate(call: Call, run: (messageId: string) => Promise<unknown>): Promise<Record<string, string>> {
  const messageId = call.param('messageId');
  await run(messageId);
  return { id: call.param('id'), messageId };
}

function newestMessageIn({ timeline }: Appeal): string {
  const last = timeline.at(-1);
  return last && 'messageId' in last ? last.messageId : '';
}
