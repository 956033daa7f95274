/** Materials, patterns, states and sizes. Colours stand in a list of their own. */
export const looks = `
Holz, hölzern, aus Holz, wood, wooden
Metall, metallen, metal, metallic
Blech, blechern, tinplate, sheet metal
Eisen, Gusseisen, cast iron
Stahl, Edelstahl, steel, stainless steel
Kupfer, copper
Messing, brass
Bronze, bronze
Zinn, pewter
Aluminium, Alu, aluminum
Leder, ledern, leather
Kunstleder, faux leather, fake leather
Wildleder, Velours, suede
Stoff, Textil, fabric, cloth, textile
Baumwolle, cotton
Wolle, wollen, wool, woollen, woolen
Leinen, linen
Seide, silk
Samt, samtig, velvet
Cord, corduroy
Filz, felt
Frottee, terry, terry cloth
Nylon, Polyester
Strick, gestrickt, selbstgestrickt, Strickzeug, knitted, knit, hand-knitted
Häkel, gehäkelt, crocheted, crochet
genäht, selbstgenäht, sewn, hand-sewn, stitched
bestickt, Stickerei, gestickt, embroidered, embroidery
gewebt, geflochten, woven, braided, wicker
gedruckt, bedruckt, Aufdruck, printed, print
bemalt, gemalt, painted, hand-painted
geschnitzt, carved
handgemacht, selbstgemacht, Handarbeit, handmade, homemade, handcrafted
Plastik, Kunststoff, plastic
Gummi, rubber
Silikon, silicone
Schaumstoff, foam
Papier, paper
Pappe, cardboard
Porzellan, porcelain, china
Keramik, Ton, Steingut, ceramic, clay, pottery, stoneware, earthenware
Kristall, crystal
Marmor, marble
Wachs, wax
Stroh, straw
Bambus, bamboo
Kork, cork
Lack, lackiert, lacquered, varnished
Knochen, Horn, bone, horn
gestreift, Streifen, Ringel, geringelt, striped, stripes, stripe, stripy
kariert, Karo, Karos, Schottenkaro, checked, checkered, plaid, tartan, gingham
gepunktet, Punkte, getupft, Tupfen, dotted, polka dot, spotted, dots, spots, spotty
geblümt, Blumenmuster, floral, flowery, flowered
gemustert, Muster, patterned, pattern
einfarbig, uni, plain
bunt, farbig, mehrfarbig, vielfarbig, colourful, colorful, multicoloured, multicolored
glitzernd, Glitzer, glitzer, glitter, glittery, sparkly, sparkling
glänzend, blank, shiny, glossy
matt, dull
durchsichtig, transparent, transparent, see-through, clear
leuchtend, leuchtet, glowing, luminous
reflektierend, Reflektor, reflective, reflector
hell, pale
dunkel, dark
rund, kugelrund, round, circular
eckig, viereckig, quadratisch, square
dreieckig, Dreieck, triangular
oval, oval
lang, länglich, long
kurz, short
dünn, schmal, thin, slim, slender
dick, breit, thick, wide, fat
flach, flat
groß, riesig, large, big, huge
klein, winzig, small, little, tiny, mini
mittelgroß, medium, mid-sized
hoch, Höhe, tall, height, high
Größe, size
Länge, length
Breite, width
Gewicht, weight
schwer, heavy
leicht, lightweight
weich, flauschig, kuschelig, soft, fluffy, fuzzy
hart, hard
alt, old
antik, historisch, antique, vintage
neu, neuwertig, new
gebraucht, abgenutzt, abgewetzt, abgeliebt, worn, used, threadbare, well-loved
kaputt, defekt, beschädigt, zerbrochen, broken, damaged, defective
repariert, geflickt, gestopft, repaired, mended, patched
fehlt, fehlend, missing
Loch, Löcher, hole
Kratzer, zerkratzt, scratch, scratched
Delle, Beule, dent, dented
Fleck, Flecken, stain, stained, mark
ausgeblichen, verblichen, verwaschen, faded, washed-out
schmutzig, dreckig, dirty
nass, wet
steif, stiff
faltbar, klappbar, zusammenklappbar, folding, foldable, collapsible
aufblasbar, inflatable
aufziehbar, Aufzieh, zum Aufziehen, wind-up, clockwork
ferngesteuert, remote-controlled
sprechend, spricht, talking
singend, singt, singing
musikalisch, Musik, Melodie, music, musical, melody, tune
Sand, Sandsack, sand
Körnerfüllung, Granulat, beans, beanbag
sitzend, sitzt, sitting, seated
liegend, liegt, lying
stehend, steht, standing
lachend, lächelnd, smiling, laughing
traurig, sad
schielend, cross-eyed
links, linke, left
rechts, rechte, right
oben, top side, upper
unten, bottom, lower
vorne, vorn, front
hinten, Rückseite, Rücken, back, rear
innen, inside
außen, outside
Ecke, Rand, Kante, corner, edge, rim
Deckel, Verschluss, lid, cover
Boden, base
Paar, pair
einzeln, einzelner, single
Set, Satz, Garnitur, set, kit
Stück, Teil, piece, part
Marke, Hersteller, brand, maker, manufacturer, make
Jahr, year
Auflage, Sonderauflage, Sonderedition, limitiert, limited edition, special edition, edition
Farbe, color, colour
Form, shape
`;
