import type { ReasonPanel } from './agent/outside-appeal';
import type { PublishedView } from './colleague/published';
import type { FindView } from './find-view';
import type { NamedOption } from './named-option';
import type { FormState, Option } from './option';
import type { PhotoRow } from './photo-rows';
import type { PhotoView } from './photo-view';
import type { RailStep } from './rail';
import type { SpareCard } from './spare-view';
import type { EventView } from './timeline-view';

/** What every colleague sees of an appeal. */
export interface AppealPage extends Omit<PublishedView, 'photos'> {
  id: string;
  /** Sent back by every form of the page, so that a lost race is noticed. */
  version: number;
  status: string;
  statusLabel: string;
  photos: (PhotoView & { editHref: string | null })[];
  rail: RailStep[];
  /** The thing of the catalogue that is sought; null where nobody has said. */
  entry: { name: string; href: string } | null;
  openedByName: string;
  publishedAt: Date | null;
  followers: number;
  following: boolean;
  followAction: string;
  looks: number;
  /** What is new in it for the viewer, and where they say that they have read it; null where nothing is. */
  news: { count: number; readAction: string; until: number } | null;
  /** Whether the viewer hears nothing of it; the form posts to `muteAction` to turn that round. */
  muted: boolean;
  muteAction: string;
  /** The appeal that goes on in its stead; null where there is none. */
  mergedHref: string | null;
  /** Where the form posts to; null where it is not offered (any more). */
  lookAction: string | null;
  offerAction: string | null;
  leadAction: string | null;
  /** Where the thing most likely is: where the viewer sits. */
  offerPlace: string;
  /** What is known of a person sought, for agents alone. */
  hintAction: string | null;
  /** Where a colleague passes on whose a found thing is. Fields: name, contact, words. */
  claimAction: string | null;
  /** Photos that wait for "I have one!" to be sent. */
  offerPhotos: PhotoRow[];
  conditions: Option[];
  /** The viewer's own finds; empty for agents, who see all in `agent.finds`. */
  ownFinds: FindView[];
  handOverWays: Option[];
  carriers: Option[];
  timeline: EventView[];
  /** Which form came back with errors (`offer`, `lead`, `handOver`, `ship` ...), or null. */
  rejected: string | null;
  /** What the ids of that form's fields begin with, for the summary's links. */
  rejectedPrefix: string;
  form: FormState | null;
  /** Null for colleagues, and for agents who have not said why they read a case of somebody else. */
  agent: AgentPart | null;
  /** Asks those agents why; null for all others. */
  reasonPanel: ReasonPanel | null;
}

/** What agents see on top. */
export interface AgentPart {
  customer: CustomerView | null;
  /** Where the customer is erased. */
  erasureHref: string;
  /** What is known of the person sought; null where none is. */
  person: PersonView | null;
  /** What is withheld of a found thing; null where none was found. */
  owner: OwnerView | null;
  finds: FindView[];
  /** Where the decision bar's forms post to; null where the action is not allowed now. */
  publishAction: string | null;
  editHref: string | null;
  shipAction: string | null;
  deliverAction: string | null;
  closeAction: string | null;
  outcomes: Option[];
  reopenAction: string | null;
  /** What may be the thing sought; null once nothing is sought any more. */
  matchesHref: string | null;
  unmergeAction: string | null;
  /** Where a watch for the thing is kept; null where nothing is sought that could come. */
  watchAction: string | null;
  newUpdateHref: string | null;
  /** Where the customer's agreement is asked for; null where it is not needed, or under way. */
  askAction: string | null;
  /** Takes the question back. */
  unaskAction: string | null;
  /** Locale key of how it stands with the customer's agreement; null where nobody asked for it. */
  approvalLabel: string | null;
  /** Where the page says that it is open, and hears who else has it open. */
  presenceAction: string;
  /** A happy end has a story to tell. */
  storyHref: string | null;
  /** How many colleagues know about one of the hashtags. */
  knowing: number;
  /** Pieces ready to be shipped. */
  shipQuantity: number;
  shipments: {
    carrier: string;
    trackingNumber: string;
    trackingHref: string | null;
    quantity: number;
    shippedAt: Date;
  }[];
  messages: MessageView[];
  /** Spares of the same catalogue entry, and where one is reserved; null where the case takes none (any more). */
  spares: SpareCard[];
  reserveAction: string | null;
  /** Where an agent says which thing of the catalogue is sought; null where that is not allowed now. */
  linkAction: string | null;
  entries: NamedOption[];
}

export interface PersonView {
  /** The newest first. */
  hints: { words: string; byName: string; at: Date }[];
  /** Who was asked whether they are the one, the newest first. */
  inquiries: InquiryView[];
  /** Where somebody is asked; null while another is, or once one has agreed. Fields: email, words. */
  askAction: string | null;
}

export interface OwnerView {
  marks: string;
  question: string;
  /** Fields: marks, question. */
  marksAction: string | null;
  /** The newest first. */
  claims: ClaimView[];
  /** Where it is written down that the owner has come for it, and what they sign. */
  handAction: string | null;
  receiptHref: string;
  /** Where it is decided what becomes of it; null before its time. Fields: way, words. */
  disposeAction: string | null;
  /** Until when it is kept; null once nobody's claim is awaited any more. */
  keptUntil: Date | null;
  ways: Option[];
  /** `label`: locale key. */
  disposal: { label: string; words: string; byName: string; at: Date } | null;
}

export interface ClaimView {
  id: string;
  name: string;
  contact: string;
  words: string;
  at: Date;
  /** Null where it came by the public page. */
  byName: string | null;
  /** Locale key of how the control question was answered; null until it was. */
  verdictLabel: string | null;
  judgedByName: string;
  judgedAt: Date | null;
  /** Field: verdict, the button. */
  judgeAction: string | null;
  releaseAction: string | null;
  /** It waits for an agent who is not the reader. */
  needsAnother: boolean;
  releasedByName: string;
  releasedAt: Date | null;
}

export interface InquiryView {
  soughtName: string;
  askedByName: string;
  askedAt: Date;
  /** By paragraphs. */
  words: string[];
  /** `open`, or how they answered: `yes`, `message`, `no` or `no_answer`. */
  state: string;
  /** Until when an answer is taken; null once there is one. */
  until: Date | null;
  answeredAt: Date | null;
  /** What may be passed on, word for word, by paragraphs. */
  agreed: string[];
  sharedAt: Date | null;
  /** Where it is given to the customer; null where there is nothing to give (any more). */
  shareAction: string | null;
}

export interface CustomerView {
  name: string;
  channelLabel: string;
  handle: string;
  email: string;
  address: string;
  /** Locale key. */
  languageLabel: string;
  /** By paragraphs. */
  originalWords: string[];
  /** To be printed; null where nothing is sent. */
  labelHref: string | null;
  packingSlipHref: string | null;
  /** Only http(s); empty otherwise. */
  postUrl: string;
  /** The secret link in the clear, for agents to pass on; null when there is none. */
  statusUrl: string | null;
  statusExpiresAt: Date | null;
  /** Day by which they hear from us next, `YYYY-MM-DD`; null where nothing is open. */
  hearsBy: string | null;
  renewAction: string | null;
  revokeAction: string | null;
}

export interface MessageView {
  id: string;
  /** `update` from us; `reply` and `thanks` from the customer. */
  kind: string;
  fromCustomer: boolean;
  /** Locale key: queued, sent, to post, posted, failed, received. */
  stateLabel: string;
  state: string;
  channelLabel: string;
  subject: string;
  /** By paragraphs; for one to post, with the status link filled in. */
  body: string[];
  /** Came along with the customer's words; where to have colleagues see them, null where they do already. */
  photos: (PhotoView & { adoptAction: string | null })[];
  /** The mail as it came, where it holds more than is shown. */
  originalHref: string | null;
  /** For the copy buttons: the text, or each post of a thread with its number; none when there is nothing to post. */
  copyTexts: { text: string; number: number | null }[];
  writtenAt: Date;
  postedLink: string;
  /** Where "posted, here is the link" goes; null when there is nothing to mark. */
  postedAction: string | null;
  /** E-mail address; empty for other channels. */
  recipient: string;
  lastError: string;
  attempts: number;
  /** When a mail that was not taken is tried again; null otherwise. */
  nextAttemptAt: Date | null;
  /** It may have reached the customer twice. */
  repeated: boolean;
  /** How long a mail is still held. */
  heldSeconds: number;
  /** Where "undo" goes; null when it was no mail, or is gone. */
  undoAction: string | null;
  /** Where "do not send after all" goes, for what has not reached anybody and is not held any more; else null. */
  dropAction: string | null;
  /** Where "try again" goes, for a mail that was given up. */
  retryAction: string | null;
}
