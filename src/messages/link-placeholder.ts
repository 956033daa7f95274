/** Stands for the customer's status link in stored words, so that the database never holds an open link. */
const placeholder = '{{statusLink}}';

/** @returns the text as stored: the link itself taken out */
export function sealLink(text: string, statusUrl: string | null): string {
  return statusUrl ? text.replaceAll(statusUrl, placeholder) : text;
}

/** @returns the text as read: with the link that is valid now, or nothing in its place */
export function fillLink(text: string, statusUrl: string | null): string {
  return text.replaceAll(placeholder, statusUrl ?? '');
}
