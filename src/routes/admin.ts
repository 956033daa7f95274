import { paths } from '../paths';
import type { Services } from '../services';
import { accountsController } from '../web/controllers/accounts';
import { adminController } from '../web/controllers/admin';
import { apiTokensController } from '../web/controllers/api-tokens';
import { auditController } from '../web/controllers/audit';
import { chatController } from '../web/controllers/chat';
import { eventHooksController } from '../web/controllers/event-hooks';
import { houseTextsController } from '../web/controllers/house-texts';
import { retentionController } from '../web/controllers/retention';
import { synonymsController } from '../web/controllers/synonyms';
import { admin } from '../web/guards';
import { withPasswords } from '../web/sign-in-guards';
import { get, post, type Route } from './route';

export function adminRoutes(services: Services): Route[] {
  const chat = chatController(services);
  const passwords = withPasswords(services);
  const accounts = accountsController(services);
  const tokens = apiTokensController(services);
  const hooks = eventHooksController(services);
  const texts = houseTextsController(services);
  const synonyms = synonymsController(services);
  const audit = auditController(services);
  return [
    get(paths.admin, admin, adminController(services)),
    get(paths.audit, admin, audit.show),
    get(paths.auditFile, admin, audit.file),
    get(paths.accounts, admin, accounts.list),
    post(paths.accounts, admin, passwords, accounts.open),
    get(paths.account, admin, accounts.show),
    post(paths.accountRoles, admin, accounts.changeRoles),
    post(paths.accountInvitation, admin, passwords, accounts.invite),
    post(paths.accountDeactivation, admin, accounts.deactivate),
    post(paths.accountReactivation, admin, accounts.reactivate),
    post(paths.accountSecondFactorEnd, admin, accounts.forgetSecondFactor),
    get(paths.houseTexts, admin, texts.list),
    get(paths.houseText, admin, texts.edit),
    post(paths.houseText, admin, texts.save),
    get(paths.retention, admin, retentionController(services)),
    get(paths.chat, admin, chat.show),
    post(paths.chat, admin, chat.add),
    post(paths.chatTest, admin, chat.test),
    post(paths.chatEnd, admin, chat.end),
    get(paths.allApiTokens, admin, tokens.showAll),
    post(paths.allApiTokensEnd, admin, tokens.endAny),
    get(paths.eventHooks, admin, hooks.list),
    post(paths.eventHooks, admin, hooks.add),
    get(paths.eventHook, admin, hooks.show),
    post(paths.eventHookTest, admin, hooks.test),
    post(paths.eventHookEnd, admin, hooks.end),
    post(paths.eventHookSwitch, admin, hooks.switchOn),
    post(paths.eventHookReplays, admin, hooks.replay),
    get(paths.synonyms, admin, synonyms.show),
    post(paths.synonyms, admin, synonyms.save),
  ];
}
