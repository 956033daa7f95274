import { type AccountActor, isAgent } from '../domain/actor';
import type { Appeal } from '../domain/appeal';
import { helpOf } from '../domain/help';
import type { NoticeKind } from '../domain/notice';
import type { TimelineEvent } from '../domain/timeline-event';
import { eventSentence, type Narration, type Sentence } from '../i18n/event-sentence';

/** Whoever reads a notice. */
export interface NoticeReader extends Omit<Narration, 'projection'> {
  actor: AccountActor;
}

/** @returns what a notice says to its recipient: their projection's sentence, or one for them alone */
export function noticeSentence(appeal: Appeal, event: TimelineEvent, kind: NoticeKind, reader: NoticeReader): Sentence {
  const projection = isAgent(reader.actor) ? 'agent' : 'colleague';
  const told = eventSentence(appeal, event, { ...reader, projection });
  const help = helpOf(appeal, reader.actor.id);
  if (kind === 'thanks' && event.type === 'closed' && help)
    return { sentence: `finds.thankYou.${help}`, values: { name: firstName(reader) } };
  if (kind === 'asked' || kind === 'near')
    return { sentence: `notice.${kind}`, values: { ...told.values, place: appeal.place } };
  return event.type === 'find_declined' && kind === 'helped' ? { sentence: 'notice.declined', values: {} } : told;
}

function firstName({ actor, names }: NoticeReader): string {
  return (names.get(actor.id) ?? '').split(' ')[0] ?? '';
}
