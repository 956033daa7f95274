import { z } from 'zod';
import { chatKinds } from '../../domain/chat';
import { languages } from '../../domain/languages';
import { choice, line, required } from './fields';

/** A room of a chat. */
export const chatHookForm = z.strictObject({
  kind: choice(chatKinds),
  url: required(line(1000)),
  language: choice(languages),
});
