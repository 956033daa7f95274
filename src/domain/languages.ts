/** Languages the application speaks; German first, as the team does. */
export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** What an employee reads who has chosen none. */
export const houseLanguage: Language = 'de';

/** @returns whether a string names one of our languages */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
