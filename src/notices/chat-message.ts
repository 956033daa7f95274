import type { ChatKind } from '../domain/chat';

/** What a chat is told, as finished text. */
export interface ChatNews {
  title: string;
  text: string;
  url: string;
  /** What the button says. */
  button: string;
  /** Empty where there is no photo. */
  photoUrl: string;
}

const longestText = 600;

/** @returns the body an incoming webhook of that kind takes */
export function chatMessage(kind: ChatKind, given: ChatNews): object {
  const news = { ...given, text: shortened(given.text) };
  switch (kind) {
    case 'mattermost':
      return mattermost(news);
    case 'slack':
      return slack(news);
    case 'teams':
      return teams(news);
  }
}

function mattermost({ title, text, url, button, photoUrl }: ChatNews) {
  const body = `${plain(text)}\n\n**[${button}](${url})**`;
  const attachment = { fallback: plain(title), title: plain(title), title_link: url, text: body };
  return { attachments: [photoUrl ? { ...attachment, image_url: photoUrl } : attachment] };
}

function slack({ title, text, url, button, photoUrl }: ChatNews) {
  const said = { type: 'plain_text', text: `${title}\n${text}` };
  const picture = { type: 'image', image_url: photoUrl, alt_text: title };
  return {
    text: escaped(title),
    blocks: [
      photoUrl ? { type: 'section', text: said, accessory: picture } : { type: 'section', text: said },
      { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: button }, url }] },
    ],
  };
}

function teams({ title, text, url, button, photoUrl }: ChatNews) {
  const words = [
    { type: 'TextBlock', text: plain(title), weight: 'Bolder', size: 'Medium', wrap: true },
    { type: 'TextBlock', text: plain(text), wrap: true },
  ];
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: photoUrl ? [{ type: 'Image', url: photoUrl, altText: title, size: 'Large' }, ...words] : words,
    actions: [{ type: 'Action.OpenUrl', title: button, url }],
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}

/** Nothing of it is markup, and nobody is called by it, such as `@all`. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&').replaceAll('@', '@\u200b');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
