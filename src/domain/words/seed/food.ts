/** Food, sciences, work and other things that are pictured or made as toys. */
export const food = `
Apfel, apple
Birnenfrucht, pear
Banane, banana
Erdbeere, strawberry
Kirsche, cherry
Zitrone, lemon
Apfelsine, orange fruit
Ananas, pineapple
Melone, melon
Traube, Weintraube, grape
Karotte, Möhre, carrot
Tomate, tomato
Kürbis, pumpkin
Kartoffel, potato
Avocado
Kaktus, cactus
Nuss, Nüsse, nut
Eichel, acorn
Kastanie, chestnut
Brot, bread
Brezel, Breze, pretzel
Kuchen, Torte, cake
Keks, Plätzchen, cookie, biscuit
Lebkuchen, gingerbread
Lebkuchenherz, gingerbread heart
Schokolade, chocolate
Bonbon, Süßigkeit, candy, sweets
Eis, Eiscreme, ice cream
Pizza
Wurst, Bratwurst, sausage
Käse, cheese
Honig, honey
Milch, milk
Kaffee, coffee
Tee, tea
Bier, beer
Wein, wine
Wasser, water
Gemüse, vegetable
Obst, Frucht, fruit
Planet, Erde, planet, earth
Weltraum, Weltall, outer space
Burg, Ritterburg, castle
Turm, tower
Brücke, bridge
Leuchtturm, lighthouse
Fernsehturm, tv tower
Mühle, mill
Brunnen, fountain
Bauernhof, farm
Zirkus, circus
Karussell, carousel, merry-go-round
Riesenrad, ferris wheel
Kutsche, horse carriage
Reifen, wheel, tyre, tire
Motor, motor
Maschine, machine
Zahnrad, gear, cogwheel
Sprungfeder, coil
Antenne, aerial, antenna
Schalter, Knöpfchen, switch
Kurbel, crank
Schraube, screw
Nagel, nail
Brett, board
Stange, Stab, rod, stick, pole
Rohr, pipe
Draht, wire
Band, Bändchen, band, ribbon
Schnur, Kordel, Bindfaden, string, drawstring
Quaste, Troddel, Fransen, tassel, fringe
Rüsche, Spitze, lace, frill, ruffle
Netz, net
Gitter, grid
Knoten, knot
Tropfen, drop
Flamme, Feuer, flame, fire
Rauch, smoke
Schnee, snow
Regen, rain
Wind, Sturm, wind, storm
Pflaster, Verband, plaster, bandage
Medikament, Tablette, medicine, pill
Fernsehen, TV-Sendung, tv show
Film, movie
Sendung, Serie, Sandmännchen, Sandmann, sandman
Zeichentrick, Trickfilm, cartoon
Zahl, Nummer, Ziffer, number, digit
Rucksackgurt, backpack strap
Gras, grass
Heu, hay
Strauß, bouquet
Kranz, wreath
Zweig, Ast, twig
Tanne, Fichte, fir, spruce
Wurzel, root
Mensch, Person, person, human
Familie, family
Polizist, Polizei, police, policeman
Feuerwehrmann, fireman, firefighter
Bauarbeiter, construction worker
Bauer, Landwirt, farmer
Koch, chef
Seemann, Matrose, Kapitän, sailor, captain
Förster, Jäger, hunter
Bergmann, miner
Tänzerin, Ballerina, Tänzer, ballerina, dancer
Nixenschwanz, mermaid tail
`;
