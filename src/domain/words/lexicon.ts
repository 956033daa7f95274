import { wordsIn } from './fold';
import { stemsOf } from './stem';
import { seedGroups } from './synonyms';

/** Parts of compounds that are no synonyms of anything. */
const more = `
haus zauber spiel sport kinder reise brot wand tisch stand fahr lauf lese schreib trink wasch bade steck dreh klapp
zieh turn druck schutz schlaf wickel puppen holz blech stoff wachs geld daten speicher rechen wander schul arbeit werk
hals fuss hand kopf ohr bauch rucken winter sommer regen schnee sonnen wind wetter nacht tages jahres firmen werbe
snow rain sun hand foot head ear neck key tea lunch book tool note water fire wrist shoulder back arm brief
halter standchen stander box pack bund band ring rolle blatt deckel spitze stuck
`;

/** Compounds whose parts mislead: a "Handschuh" is no shoe. */
const opaque = new Set(
  wordsIn(
    `handschuh fausthandschuh meerschweinchen eichhornchen maulwurf schildkrote fledermaus flohmarkt seehund seepferdchen
    nilpferd nashorn flusspferd erdmannchen waschbar haifisch walfisch tintenfisch schmetterling marienkafer rotkehlchen
    reissverschluss kaffeehaus bahnhof flughafen feuerzeug streichholz schraubenzieher hampelmann steckenpferd
    kreditkarte schluessel ladybird ladybug butterfly horseshoe starfish seahorse dragonfly jellyfish
    raspberry strawberry cupboard keyboard dashboard skateboard snowboard football basketball hedgehog
    buttercup handbag sandmann jahrmarkt hauptbahnhof augenblick grossmutter grossvater cowboy
    carton uniform wellington pullover`,
  ).map(({ word }) => word),
);

const words: ReadonlySet<string> = new Set(
  [...seedGroups.flatMap((group) => group.words), more].flatMap((text) => wordsIn(text).map(({ word }) => word)),
);

const stems: ReadonlySet<string> = new Set([...words].flatMap((word) => [...stemsOf(word)]));

/** Letters of the longest word of the list, with what grammar may add: a longer one need not be looked at. */
const longestKnown = Math.max(...[...words].map((word) => word.length)) + 'ungen'.length;

/** @returns whether we know the folded word, in some form */
export function isKnown(word: string): boolean {
  if (word.length > longestKnown) return false;
  return words.has(word) || stemsOf(word).some((stem) => stems.has(stem));
}

/** @returns whether the folded text is a word as it stands in the list */
export function isListed(word: string): boolean {
  return words.has(word);
}

/** @returns whether the parts of the folded word would mislead */
export function isOpaque(word: string): boolean {
  return opaque.has(word);
}

/** Every folded word of the list, for those who search it for what is near. */
export const listedWords: readonly string[] = [...words];
