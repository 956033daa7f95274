import type { Services } from '../../services';
import { askSought } from '../../sought/ask-sought';
import { giveHint } from '../../sought/give-hint';
import { shareAgreed } from '../../sought/share-agreed';
import { leadForm } from '../forms/case';
import { askForm } from '../forms/person';
import { bareForm } from '../forms/version';
import type { Command } from './command';
import { param } from './params';

/** The search for a person: hints by colleagues, and what agents do with them. */
export function personController(command: Command, tools: Pick<Services, 'mailer' | 'inquiryUrlOf'>) {
  return {
    hint: command('hint', leadForm, (target, { words }) => giveHint(target, words)),
    ask: command('soughtAsked', askForm, (target, { email, words }) => askSought(target, { email, words }, tools)),
    share: command('contactShared', bareForm, (target, _, request) => shareAgreed(target, param(request, 'inquiryId'))),
  };
}
