/** Kitchen, home, tools and garden. */
export const household = `
Tasse, Becher, Haferl, Kaffeebecher, Kaffeetasse, mug, cup
Emaille, Email, emailliert, enamel, enamelled
Glas, Trinkglas, Weinglas, glass, tumbler
Bierkrug, Krug, Maßkrug, Humpen, beer mug, stein, jug, pitcher, tankard
Teekanne, teapot
Kaffeekanne, coffee pot
Kanne, pot
Thermoskanne, Thermosflasche, Isolierkanne, Isolierflasche, thermos, vacuum flask, thermos flask
Thermobecher, Reisebecher, travel mug, tumbler cup
Flasche, Fläschchen, bottle
Trinkflasche, Wasserflasche, Feldflasche, water bottle, drinking bottle, canteen
Babyflasche, baby bottle
Wärmflasche, hot-water bottle, hot water bottle
Kirschkernkissen, Wärmekissen, heat pad
Teller, plate, dish
Schüssel, Schale, Müslischale, bowl
Untertasse, Unterteller, saucer
Untersetzer, Bierdeckel, coaster, beer mat
Besteck, cutlery, silverware
Löffel, spoon
Teelöffel, teaspoon
Gabel, fork
Messer, knife
Taschenmesser, pocket knife, penknife, swiss army knife
Brettchen, Frühstücksbrett, Schneidebrett, chopping board, breakfast board, cutting board
Topf, Kochtopf, saucepan, cooking pot
Pfanne, frying pan, pan
Backform, Kuchenform, baking tin, cake tin
Ausstecher, Plätzchenform, cookie cutter
Nussknacker, nutcracker
Räuchermännchen, smoker figure, incense smoker
Salzstreuer, Pfefferstreuer, salt shaker, pepper shaker
Eierbecher, egg cup
Zuckerdose, sugar bowl
Flaschenöffner, Öffner, Kapselheber, bottle opener, opener
Korkenzieher, corkscrew
Feuerzeug, lighter
Streichholz, match
Aschenbecher, ashtray
Kerze, candle
Kerzenständer, Leuchter, candlestick, candle holder
Teelicht, tealight
Vase, vase
Blumentopf, flower pot, plant pot
Gießkanne, watering can
Bild, Gemälde, picture, painting
Bilderrahmen, Rahmen, picture frame, frame
Spiegel, Handspiegel, mirror
Kissen, Polster, cushion, pillow
Kissenbezug, Bettwäsche, pillowcase, bedding, bed linen
Decke, Kuscheldecke, Wolldecke, blanket, throw
Krabbeldecke, play mat
Handtuch, Badetuch, towel
Teppich, Läufer, rug, carpet
Vorhang, curtain
Tischdecke, tablecloth
Serviette, napkin
Topflappen, pot holder, oven mitt
Geschirrtuch, tea towel, dishcloth
Besen, broom
Bürste, Haarbürste, brush, hairbrush
Kamm, comb
Zahnbürste, toothbrush
Zahnspange, brace, retainer
Gebiss, Zahnprothese, dentures
Seife, soap
Parfüm, Duft, perfume
Lippenstift, lipstick
Schere, scissors
Nagelschere, Nagelfeile, nail scissors
Nadel, needle
Stricknadel, knitting needle
Häkelnadel, crochet hook
Garn, Faden, yarn, thread
Fingerhut, thimble
Werkzeug, tool
Hammer, hammer
Zange, pliers
Schraubenzieher, Schraubendreher, screwdriver
Schraubenschlüssel, wrench, spanner
Säge, saw
Zollstock, Meterstab, folding rule
Maßband, Bandmaß, tape measure
Lineal, ruler
Leiter, ladder
Schloss, Vorhängeschloss, Fahrradschloss, lock, padlock
Schlüssel, key
Schlüsselbund, Schlüsselring, bunch of keys, key ring, keyring
Schlüsselanhänger, Schlüsselband, Anhängerchen, keychain, key chain, key fob, key tag, lanyard
Magnet, Kühlschrankmagnet, magnet, fridge magnet
Haken, hook
Stuhl, Hocker, chair, stool
Tisch, table
Regal, shelf
Schrank, Spind, cupboard, locker, cabinet
Schublade, drawer
Bett, bed
Regenschirm, Schirm, Knirps, umbrella, brolly
Sonnenschirm, parasol
Gehstock, Spazierstock, Stock, walking stick, cane
Krücke, crutch
Rollator, walker
Rollstuhl, wheelchair
Fächer, hand fan
Fahrrad, Rad, Velo, bike, bicycle, cycle
Kindersitz, Autositz, car seat, child seat
Klingel, Fahrradklingel, bell
Glocke, Glöckchen, Schelle, jingle bell
Luftpumpe, bike pump
Zelt, tent
Isomatte, camping mat, sleeping mat
Kompass, compass
Seil, Leine, Tau, rope
Hundeleine, dog lead, leash
Halsband, Hundehalsband, dog collar
Hundemarke, dog tag
Christbaumkugel, Weihnachtskugel, Weihnachtsschmuck, bauble, Christmas ornament, christmas ball
Weihnachtsstern, Stern, Sternchen, star
Adventskalender, advent calendar
Krippe, Krippenfigur, nativity, nativity figure
Osterei, Ei, Easter egg, egg
Fahne, Flagge, flag
Wimpel, pennant
Girlande, garland, bunting
Schild, Blechschild, sign, metal sign
Globus, globe
Kugel, sphere
Ring, Reif, hoop
Pfeife, Trillerpfeife, whistle
Tabakspfeife, pipe
`;
