/** What people wear, and its parts. */
export const clothes = `
Kleidung, Klamotten, Bekleidung, clothes, clothing, garment
Jacke, Jäckchen, jacket
Mantel, coat, overcoat
Regenjacke, Regenmantel, Friesennerz, Ölzeug, raincoat, rain jacket, mac, slicker
Regencape, Poncho, poncho, cape
Umhang, cloak
Anorak, Parka, anorak, parka
Daunenjacke, Steppjacke, down jacket, puffer jacket, quilted jacket
Lederjacke, leather jacket
Jeansjacke, denim jacket, jean jacket
Strickjacke, Cardigan, cardigan
Fleecejacke, Fleece, fleece
Weste, vest, waistcoat, gilet
Warnweste, high-vis vest, hi-vis, safety vest
Pullover, Pulli, Sweater, Jumper, sweater, jumper, jersey
Sweatshirt, sweatshirt
Kapuze, Kapuzenpulli, Kapuzenpullover, Kapuzenjacke, Kapuzenshirt, Hoodie, hood, hoodie, hooded, hoody
Hemd, Hemdchen, Shirt, T-Shirt, Tshirt, Leibchen, shirt, tee
Bluse, blouse
Polohemd, Poloshirt, polo shirt
Trikot, Fantrikot, football shirt, team shirt
Top, Trägertop, tank top
Kleid, Kleidchen, dress, gown, frock
Rock, Röckchen, skirt
Hose, Höschen, trousers, pants
Jeans, Jeanshose, denim
Latzhose, dungarees, overalls, bib
Latz, Lätzchen, baby bib
Leggings, Strumpfhose, leggings, tights
Shorts, kurze Hose, Bermuda, shorts
Strampler, Body, Babybody, romper, onesie, bodysuit
Schlafanzug, Pyjama, pyjamas, pajamas
Schlafsack, sleeping bag
Bademantel, Morgenmantel, bathrobe, dressing gown
Badehose, swimming trunks, trunks
Badeanzug, Bikini, swimsuit, bathing suit
Unterhose, Unterwäsche, underwear
Socke, Socken, Strumpf, Strümpfe, sock, stocking
Schuh, Schuhe, shoe
Turnschuh, Sneaker, Sportschuh, trainer, sneaker
Stiefel, Boots, boot
Gummistiefel, wellies, wellington, rubber boot, rain boot
Sandale, Sandalen, sandal
Hausschuh, Pantoffel, Puschen, Schlappen, slipper
Badelatschen, Flipflop, Latschen, flip flops
Wanderschuh, Bergschuh, hiking boot, walking boot
Schnürsenkel, Schuhband, shoelace
Mütze, Strickmütze, Beanie, Pudelmütze, cap, beanie, knit cap, woolly hat, bobble hat
Bommel, Pompon, Puschel, bobble, pompom, pom-pom
Hut, Hütchen, hat
Schirmmütze, Kappe, Basecap, Käppi, Baseballkappe, baseball cap
Sonnenhut, Strohhut, sun hat, straw hat
Baskenmütze, beret
Helm, helmet
Fahrradhelm, bike helmet, bicycle helmet
Stirnband, Haarband, headband
Schal, Halstuch, Tuch, Loop, scarf, neckerchief, shawl, bandana
Handschuh, Handschuhe, glove
Fäustling, Fäustlinge, Fausthandschuh, mitten, mitt
Gürtel, belt
Hosenträger, braces, suspenders
Krawatte, Schlips, tie, necktie
Fliege, Schleife, bow tie, bow, ribbon
Anzug, suit
Uniform, uniform
Dirndl, Tracht, Lederhose, dirndl, lederhosen
Schürze, apron
Kragen, collar
Ärmel, sleeve
Knopf, Knöpfe, button
Reißverschluss, zip, zipper
Hosentasche, pocket
Saum, hem
Flicken, Aufnäher, patch
Klettverschluss, Klett, velcro
Druckknopf, press stud, snap button
Haarspange, Haarklammer, hair clip, barrette
Haargummi, Zopfgummi, scrunchie, hair tie
Perücke, wig
Ohrenschützer, Ohrenwärmer, earmuffs, ear warmer
Brille, Lesebrille, glasses, spectacles, eyeglasses, reading glasses
Sonnenbrille, sunglasses, shades
Schwimmbrille, Taucherbrille, goggles, swimming goggles, diving mask
Skibrille, ski goggles
Kinderkleidung, kids clothes
`;
