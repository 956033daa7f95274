/** Why a text was not taken; nothing of the text or of the answer is in it. */
export class WebhookRefused extends Error {
  /** @param final whether another try would only be refused again */
  constructor(
    message: string,
    readonly final: boolean,
  ) {
    super(message);
    this.name = 'WebhookRefused';
  }
}
