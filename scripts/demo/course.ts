import { acceptFind } from '../../src/appeals/accept-find';
import { close } from '../../src/appeals/close';
import { confirmDelivery } from '../../src/appeals/confirm-delivery';
import { appealFor } from '../../src/appeals/find-appeals';
import { follow } from '../../src/appeals/follow';
import { giveLead } from '../../src/appeals/give-lead';
import { handOverFind } from '../../src/appeals/hand-over-find';
import { look } from '../../src/appeals/look';
import { type NewFind, offerFind } from '../../src/appeals/offer-find';
import { publish } from '../../src/appeals/publish';
import { receiveFind } from '../../src/appeals/receive-find';
import { type NewShipment, ship } from '../../src/appeals/ship';
import { customerOf } from '../../src/customers/customer';
import type { Outcome } from '../../src/domain/appeal-status';
import { signOffOf } from '../../src/domain/channels';
import type { HandOver } from '../../src/domain/find';
import type { UpdateTemplate } from '../../src/domain/update-template';
import { foundThingOf } from '../../src/found/found-thing';
import { judgeClaim } from '../../src/found/judge-claim';
import { keepMarks } from '../../src/found/keep-marks';
import { makeClaim, type NewClaim } from '../../src/found/make-claim';
import { releaseClaim } from '../../src/found/release-claim';
import { messagesOf } from '../../src/messages/find-messages';
import { houseTexts } from '../../src/messages/house-texts';
import { markPosted } from '../../src/messages/mark-posted';
import { receiveReply, receiveThanks } from '../../src/messages/receive-words';
import { sendUpdate } from '../../src/messages/send-update';
import { textFor } from '../../src/messages/update-text';
import type { Services } from '../../src/services';
import { handOverSpare } from '../../src/shelf/hand-over-spare';
import { reserveSpare } from '../../src/shelf/reserve-spare';
import { shelveFind } from '../../src/shelf/shelve-find';
import { type Answer, answerInquiry } from '../../src/sought/answer-inquiry';
import { askSought } from '../../src/sought/ask-sought';
import { giveHint } from '../../src/sought/give-hint';
import { personSearchOf } from '../../src/sought/person-search';
import { shareAgreed } from '../../src/sought/share-agreed';
import { demoPhoto } from './demo-photo';
import type { DemoPeople, DemoPerson } from './people';
import type { PictureName } from './pictures';
import type { DemoShelf, DemoSpare } from './shelf';

/** What a demo case needs to take its course. */
export interface CourseTools {
  appealId: string;
  agent: DemoPerson;
  people: DemoPeople;
  shelf: DemoShelf;
  services: Services;
}

/** The steps of a demo case, through the very verbs the application uses. */
export type Course = ReturnType<typeof courseOf>;

/** @returns the verbs, bound to one case and its agent */
export function courseOf({ appealId, agent, people, shelf, services }: CourseTools) {
  const byAgent = { actor: people[agent], appealId };
  const customer = { actor: { kind: 'customer' as const, appealId }, appealId };
  const firstFind = async () => (await appealFor(byAgent.actor, appealId)).finds[0]?.id ?? '';
  const by = (who: DemoPerson) => ({ actor: people[who], appealId });

  return {
    publish: () => publish(byAgent),
    followedBy: async (...who: DemoPerson[]) => {
      for (const one of who) await follow(people[one], appealId);
    },
    looked: (who: DemoPerson, place: string) => look(by(who), place),
    lead: (who: DemoPerson, words: string) => giveLead(by(who), words),
    hint: (who: DemoPerson, words: string) => giveHint(by(who), words),
    /** Somebody is asked whether they are the one, by a mail that lands nowhere, and answers. */
    ask: async (who: DemoPerson, words: string, answer: Answer) => {
      let token = '';
      const inquiryUrlOf = (given: string) => {
        token = given;
        return given;
      };
      const { email } = people[who];
      await askSought(byAgent, { email, words }, { mailer: async () => {}, inquiryUrlOf });
      await answerInquiry(token, answer);
    },
    passOn: async () => shareAgreed(byAgent, (await personSearchOf(appealId)).inquiries.at(-1)?.id ?? ''),
    offer: async (who: DemoPerson, find: NewFind, picture?: PictureName) => {
      const photos = picture ? [await demoPhoto(picture)] : [];
      await offerFind(by(who), find, photos, services.photoStore);
    },
    accept: async () => acceptFind(byAgent, await firstFind()),
    handOver: async (who: DemoPerson, handOver: HandOver) => handOverFind(by(who), await firstFind(), handOver),
    receive: async () => receiveFind(byAgent, await firstFind()),
    shelve: async (place: string) => shelveFind(byAgent, await firstFind(), place),
    reserve: (spare: DemoSpare) => reserveSpare(byAgent, shelf[spare]),
    fetch: async () => handOverSpare(byAgent, await firstFind()),
    marks: (marks: string, question: string) => keepMarks(byAgent, { marks, question }),
    claim: (who: DemoPerson, given: NewClaim) => makeClaim(by(who), given),
    /** The agent has checked the last claim, and a second one releases the thing. */
    release: async (second: DemoPerson) => {
      const claimId = (await foundThingOf(appealId)).claims.at(-1)?.id ?? '';
      await judgeClaim(byAgent, claimId, true);
      await releaseClaim(by(second), claimId);
    },
    ship: (shipment: NewShipment) => ship(byAgent, shipment),
    arrived: () => confirmDelivery(customer),
    close: (outcome: Outcome) => close(byAgent, outcome),
    reply: async (words: string) => receiveReply(customer, await languageOf(appealId), words),
    thanks: async (words: string, shareable: boolean) =>
      receiveThanks(customer, await languageOf(appealId), words, { shareable, publicUse: false }),
    tell: (template: UpdateTemplate, postedLink?: string) => tell(byAgent, template, services, postedLink),
  };
}

async function languageOf(appealId: string) {
  return (await customerOf(appealId))?.language ?? 'de';
}

type ByAgent = { actor: DemoPeople[DemoPerson]; appealId: string };

/** Sends an update from its template; with a link it was posted too. */
async function tell(target: ByAgent, template: UpdateTemplate, { statusUrlOf }: Services, postedLink?: string) {
  const [appeal, customer] = await Promise.all([appealFor(target.actor, target.appealId), customerOf(target.appealId)]);
  if (!customer) return;
  const statusUrl = customer.statusLink && statusUrlOf(customer.statusLink);
  const { channel } = appeal;
  const texts = await houseTexts(customer.language);
  const signOff = signOffOf(target.actor.name);
  const text = textFor(appeal, customer, { template, channel, texts, statusUrl, signOff });
  await sendUpdate(target, { channel, ...text }, statusUrl);
  const message = (await messagesOf(target.appealId)).at(-1);
  // The note of a call has nothing left to be posted.
  if (postedLink !== undefined && message?.state === 'to_post') await markPosted(target, message.id, postedLink);
}
