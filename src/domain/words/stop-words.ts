import { wordsIn } from './fold';

/** Words that say nothing of a thing: they are neither kept nor looked for. */
const list = `
der die das den dem des ein eine einer eines einem einen und oder aber auch als am an auf aus bei bis da dass dann denn
dich dir du er es sie wir ihr ich mich mir uns euch ihm ihn ihnen sein seine seiner seinem seinen mein meine meiner meinem
meinen dein deine unser unsere unserer unserem unseren euer eure fur gegen hat habe haben hatte hatten ist sind war waren
wird werden wurde wurden im in ins ja kann konnte kein keine keiner keinen mit nach nicht noch nur ob ohne sehr so soll
sich sind uber um unter vom von vor wann was weil wenn wer wie wo zu zum zur bitte danke hallo man mehr schon immer etwa
ca circa ungefahr leider beim durch diese dieser dieses diesen diesem jemand niemand alle alles hier dort wieder ganz
the a an and or but also as at by for from has have had he she it its they them their his her our your my me we us i you
is are was were be been being in on of off to with without not no only so than that this these those there then very when
where which who whom what why how can could would should will shall may might do does did about around approx
approximately please thanks hello any some someone anybody anyone here into onto out over up down just still again
cm mm zoll inch inches kg gramm gram grams liter litre ml
s t m d re ve ll
`;

const stopWords: ReadonlySet<string> = new Set(wordsIn(list).map(({ word }) => word));

/** @param word folded */
export function isStopWord(word: string): boolean {
  return stopWords.has(word) || (word.length < 2 && !/\p{N}/u.test(word));
}
