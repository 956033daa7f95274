import type { Request, RequestHandler, Response } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { shippable } from '../../appeals/ship';
import { catalogueEntries, catalogueEntryOf } from '../../catalogue/find-entries';
import { sparesOfCatalogueEntry } from '../../catalogue/linked';
import { customerOf } from '../../customers/customer';
import { accountsIn } from '../../domain/accounts-in';
import { isAgent } from '../../domain/actor';
import type { Appeal } from '../../domain/appeal';
import { hearsBy } from '../../domain/promise';
import { confirmationDeadlines } from '../../domain/spare';
import { InvalidInput } from '../../errors';
import { foundThingOf } from '../../found/found-thing';
import { translator } from '../../i18n/translator';
import { originalsIn } from '../../inbox/kept-mails';
import { messagesOf } from '../../messages/find-messages';
import { sharedThanks } from '../../messages/shared-thanks';
import { countUnreadOf } from '../../notices/find-notices';
import { countKnowing } from '../../notices/neighbours';
import { wishesFor } from '../../notices/wishes';
import { namesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { personSearchOf } from '../../sought/person-search';
import { accessTo } from '../customer-access';
import { refusedForm } from '../forms/form-state';
import { localPath } from '../local-path';
import { showPage } from '../page';
import { agentAppeal } from '../presenters/agent/appeal';
import { outsideAppeal } from '../presenters/agent/outside-appeal';
import { accountsOfThing } from '../presenters/agent/owner';
import { type AppealReader, colleagueAppeal } from '../presenters/colleague/appeal';
import { recordReading } from '../recording';
import { actorOf } from '../viewer';
import { waitingRows } from '../waiting-rows';
import { param } from './params';

/** A form of the appeal's page that was refused, under the name the page knows it by. */
type Rejected = AppealReader['rejected'];

/** The page of one appeal, in the projection of whoever looks, and the forms on it. */
export function appealPage(services: Pick<Services, 'statusUrlOf' | 'config' | 'audit'>) {
  async function show(request: Request, response: Response, rejected?: Rejected): Promise<void> {
    const appeal = await appealFor(actorOf(request), param(request, 'id'));
    showPage(response, 'appeals/show', await pageFor(request, appeal, rejected));
  }

  async function pageFor(request: Request, appeal: Appeal, rejected: Rejected) {
    if (!isAgent(actorOf(request))) return colleagueAppeal(appeal, await readerOf(request, appeal, rejected));
    const access = await accessTo(request, appeal);
    if (!access) return outsideAppeal(appeal, await readerOf(request, appeal, rejected), nextIn(request));
    await recordReading(services.audit, request, 'case_read', appeal.id, access);
    return agentPage(request, appeal, rejected);
  }

  async function agentPage(request: Request, appeal: Appeal, rejected: Rejected) {
    const [reader, customer, messages, originals, shelf, knowing, person, owner] = await Promise.all([
      readerOf(request, appeal, rejected),
      customerOf(appeal.id),
      messagesOf(appeal.id),
      originalsIn(appeal.id),
      shelfFor(appeal),
      countKnowing(appeal),
      personFor(appeal),
      ownerFor(appeal),
    ]);
    const names = new Map([...reader.names, ...shelf.names, ...person.names, ...owner.names]);
    const words = new Map(messages.map(({ id, body }) => [id, body]));
    const statusUrl = customer?.statusLink ? services.statusUrlOf(customer.statusLink) : null;
    return agentAppeal(appeal, {
      ...reader,
      ...shelf,
      names,
      words,
      customer,
      messages,
      originals,
      knowing,
      personSearch: person.search,
      foundThing: owner.thing,
      keepDays: services.config.ownerKeepDays,
      statusUrl,
      shippable: shippable(appeal),
      hearsBy: hearsBy(appeal, services.config.calendar),
    });
  }

  /** What is known of a person sought, and the names in it. */
  async function personFor({ id, kind }: Appeal) {
    if (kind !== 'person') return { search: null, names: new Map<string, string>() };
    const search = await personSearchOf(id);
    const asked = search.inquiries.flatMap(({ sought, askedBy }) => [sought, askedBy]);
    return { search, names: await namesOf([...search.hints.map(({ by }) => by), ...asked]) };
  }

  /** What is withheld of a found thing, and the names in it. */
  async function ownerFor({ id, kind }: Appeal) {
    if (kind !== 'owner') return { thing: null, names: new Map<string, string>() };
    const thing = await foundThingOf(id);
    return { thing, names: await namesOf(accountsOfThing(thing)) };
  }

  /** What the shelf and the catalogue have for a case; a thing alone can have a twin there. */
  async function shelfFor({ kind, entryId }: Appeal) {
    const [entries, spares] = await Promise.all([
      kind === 'item' ? catalogueEntries() : [],
      kind === 'item' && entryId ? sparesOfCatalogueEntry(entryId) : [],
    ]);
    const deadlines = confirmationDeadlines(new Date(), services.config.spareConfirmDays);
    return { entries, spares, deadlines, names: await namesOf(spares.map(({ holder }) => holder)) };
  }

  /** @returns a handler that shows the page again, with what was typed, when the form of that name is refused */
  function form(name: string, submit: (request: Request, response: Response) => Promise<void>): RequestHandler {
    return async (request, response) => {
      try {
        await submit(request, response);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        response.status(error.status);
        await show(request, response, { name, findId: findIdOf(request), form: refusedForm(error, request) });
      }
    };
  }

  const handler: RequestHandler = (request, response) => show(request, response);
  return { show: handler, form };
}

/** Where an agent wanted to go who is asked for a reason first. */
function nextIn({ query }: Request): string {
  return typeof query.next === 'string' ? localPath(query.next) : '';
}

/** The find a form was about, as a page may show several forms of one name. */
function findIdOf({ params }: Request): string | undefined {
  return typeof params.findId === 'string' ? params.findId : undefined;
}

async function readerOf(request: Request, appeal: Appeal, rejected: Rejected): Promise<AppealReader> {
  const [actor, now] = [actorOf(request), new Date()];
  const [unread, { muted }, names, words, entry, waiting] = await Promise.all([
    countUnreadOf(actor, appeal.id),
    wishesFor(actor),
    namesOf(accountsIn(appeal)),
    sharedThanks([appeal]),
    appeal.entryId ? catalogueEntryOf(appeal.entryId) : null,
    waitingRows(request, rejected?.form.values ?? {}),
  ]);
  const hears = { unread, now, muted: muted.includes(appeal.id) };
  const place = request.user?.place ?? '';
  return { actor, place, t: translator(request.viewer.language), names, words, entry, rejected, waiting, ...hears };
}
