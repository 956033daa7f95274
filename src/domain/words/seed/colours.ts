/** Colours; the first word names the colour when two things are compared. */
export const colours = `
grau, grey, gray, greyish, grayish, gräulich, anthrazit, anthracite, silbergrau, mausgrau, charcoal
schwarz, black, pechschwarz, schwärzlich
weiß, white, whitish, weißlich, schneeweiß
rot, red, reddish, rötlich, feuerrot, weinrot, bordeaux, burgundy, scarlet, crimson
rosa, pink, rosé, rosafarben, pinkish, altrosa, fuchsia
magenta, raspberry, himbeerfarben
blau, blue, bluish, bläulich, hellblau, dunkelblau, marine, navy, azure, himmelblau
türkis, turquoise, teal, petrol, aqua, cyan
grün, green, greenish, grünlich, olive, oliv, mint
gelb, yellow, yellowish, gelblich, senfgelb, mustard
orange, orangefarben, apricot
braun, brown, brownish, bräunlich, hellbraun, dunkelbraun, chestnut brown, kastanienbraun
beige, cream, creme, cremefarben, sandfarben, ecru, ivory, elfenbein, tan
lila, violett, purple, violet, lilac, flieder, fliederfarben, lavender
silber, silbern, silver, silvery, silberfarben
gold, golden, goldfarben, vergoldet, gilded, gold-plated
`;
