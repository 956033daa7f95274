import type { Request, RequestHandler, Response } from 'express';
import { chatKinds } from '../../domain/chat';
import { languages } from '../../domain/languages';
import { translator } from '../../i18n/translator';
import { addChatHook, chatHookOf, chatHooks, removeChatHook } from '../../notices/chat-hooks';
import { testChat } from '../../notices/post-to-chats';
import { link, paths } from '../../paths';
import type { Services } from '../../services';
import { flash } from '../flash';
import { chatHookForm } from '../forms/chat';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { bareForm } from '../forms/version';
import { seeOther, showPage } from '../page';
import { type FormState, type Option, options } from '../presenters/option';
import { recordAction } from '../recording';
import { actorOf } from '../viewer';
import { param } from './params';

/** View `admin/chat`. Of an address only the host is shown: the rest of it is a secret. */
export interface ChatPage {
  heading: string;
  action: string;
  hooks: {
    kindLabel: string;
    host: string;
    languageLabel: string;
    addedAt: Date;
    failingSince: Date | null;
    testAction: string;
    endAction: string;
  }[];
  chats: Option[];
  languages: Option[];
  form: FormState;
}

/** The rooms new appeals are told in. */
export function chatController(services: Pick<Services, 'chatTools' | 'audit'>) {
  const test: RequestHandler = async (request, response) => {
    parseForm(bareForm, request.body);
    const hook = await chatHookOf(param(request, 'hookId'));
    const isTold = await testChat(hook, services.chatTools).then(
      () => true,
      () => false,
    );
    flash(request, isTold ? 'flash.chatTested' : 'flash.chatFailed', {}, isTold ? 'done' : 'notice');
    seeOther(response, paths.chat);
  };

  const end: RequestHandler = async (request, response) => {
    parseForm(bareForm, request.body);
    await recordAction(services.audit, request, 'chats_changed', 'chat');
    await removeChatHook(param(request, 'hookId'));
    flash(request, 'flash.chatRemoved');
    seeOther(response, paths.chat);
  };

  const add = showingAgain(show, async (request, response) => {
    const given = parseForm(chatHookForm, request.body);
    await recordAction(services.audit, request, 'chats_changed', 'chat');
    await addChatHook(actorOf(request), given);
    flash(request, 'flash.chatAdded');
    seeOther(response, paths.chat);
  });

  return { show: showing(show), add, test, end };
}

async function show(request: Request, response: Response, form: FormState): Promise<void> {
  const hooks = await chatHooks();
  const page: ChatPage = {
    heading: translator(request.viewer.language)('chat.title'),
    action: paths.chat,
    hooks: hooks.map(({ _id, kind, url, language, addedAt, failingSince = null }) => ({
      kindLabel: `chat.kind.${kind}`,
      host: new URL(url).host,
      languageLabel: `common.language.${language}`,
      addedAt,
      failingSince,
      testAction: link(paths.chatTest, { hookId: _id.toHexString() }),
      endAction: link(paths.chatEnd, { hookId: _id.toHexString() }),
    })),
    chats: options(chatKinds, 'chat.kind', form.values.kind ?? chatKinds[0]),
    languages: options(languages, 'common.language', form.values.language ?? languages[0]),
    form,
  };
  showPage(response, 'admin/chat', page);
}
