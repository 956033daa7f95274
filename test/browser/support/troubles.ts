import type { BrowserContext } from 'playwright-core';

/**
 * Listens to what goes wrong behind the pages of a context: errors in the console (what the content security policy
 * forbids shows there), uncaught exceptions, requests that failed or were refused.
 * @returns what was heard so far; reading it empties it
 */
export function listenForTroubles(context: BrowserContext): () => string[] {
  let heard: string[] = [];

  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (webError) => heard.push(`exception: ${webError.error().stack}`));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // Whoever goes on before a picture is there cancels its request.
    if (reason !== 'net::ERR_ABORTED') heard.push(`failed: ${request.method()} ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    const { status, url } = { status: response.status(), url: response.url() };
    if (status >= 400) heard.push(`status ${status}: ${response.request().method()} ${url}`);
  });

  return () => {
    const troubles = heard;
    heard = [];
    return troubles;
  };
}
