/** Toys and games. */
export const toys = `
Plüsch, Plüschtier, Kuscheltier, Stofftier, Schmusetier, Kuschel, Schmuse, Knuddeltier, Plüschi, plush, plushie, plushy, stuffed, stuffie, cuddly, cuddly toy, soft toy, stuffed toy, stuffed animal, plush toy, plush animal
Schmusetuch, Kuscheltuch, Schnuffeltuch, Schnuffel, Nuckeltuch, comforter, comfort blanket, security blanket, lovey, blankie
Spielzeug, Spielsachen, Spielware, toy, toys, plaything
Puppe, Püppchen, doll, dolly
Barbie, barbie doll
Puppenwagen, doll pram, doll stroller
Puppenhaus, Puppenstube, dollhouse, doll house
Handpuppe, Kasperle, hand puppet, puppet
Marionette, marionette
Hampelmann, jumping jack
Schlenkerpuppe, rag doll
Figur, Figürchen, Männchen, figure, figurine
Actionfigur, action figure
Roboter, robot
Ritter, knight
Prinzessin, princess
Prinz, prince
König, Königin, king, queen
Fee, Elfe, fairy, elf
Hexe, Zauberer, witch, wizard
Pirat, Seeräuber, pirate
Clown, Kasper, clown, jester
Zwerg, Wichtel, Gnom, gnome, dwarf
Engel, Schutzengel, angel, guardian angel
Geist, Gespenst, ghost
Monster, Ungeheuer, monster
Außerirdischer, Alien, alien
Astronaut, Raumfahrer, astronaut, spaceman
Meerjungfrau, Nixe, mermaid
Cowboy, Indianer, cowboy
Soldat, Zinnsoldat, soldier, tin soldier
Schneemann, snowman
Weihnachtsmann, Nikolaus, Santa, Santa Claus, Father Christmas
Bauklotz, Bauklötze, Klötzchen, Holzklotz, building block, building blocks, wooden blocks
Baustein, Klemmbaustein, Lego, lego brick, brick
Playmobil
Eisenbahn, Holzeisenbahn, Zug, Bahn, train, railway
Lokomotive, Lok, Dampflok, locomotive, engine
Waggon, Wagon, Anhänger, carriage, trailer
Schiene, Gleis, track, rail
Auto, Wagen, Pkw, car
Rennauto, Rennwagen, Flitzer, race car, racing car
Lastwagen, Lkw, Laster, truck, lorry
Bagger, Raupenbagger, digger, excavator
Kran, crane
Feuerwehr, Feuerwehrauto, fire engine, fire truck
Polizeiauto, police car
Krankenwagen, Rettungswagen, ambulance
Müllauto, garbage truck, bin lorry
Traktor, Trecker, Schlepper, tractor
Bus, Omnibus, coach
Straßenbahn, Tram, tramway, streetcar
Flugzeug, Flieger, plane, airplane, aeroplane
Hubschrauber, Helikopter, helicopter, chopper
Rakete, Raumschiff, rocket, spaceship
Drohne, drone, quadcopter
Schiff, Boot, ship, boat
Segelboot, Segelschiff, sailboat, sailing boat
U-Boot, submarine
Motorrad, Moped, motorbike, motorcycle
Roller, Tretroller, Scooter, scooter, kick scooter
Laufrad, balance bike
Dreirad, tricycle, trike
Bobbycar, Rutschauto, ride-on car
Schaukelpferd, rocking horse
Steckenpferd, hobby horse
Schaukel, swing
Rutsche, slide
Ball, Bälle, ball
Fußball, Fussball, football, soccer ball
Basketball, Handball, Volleyball, basketball
Murmel, Klicker, marble
Kreisel, Brummkreisel, spinning top, top
Jo-Jo, yoyo, yo-yo
Springseil, Hüpfseil, skipping rope, jump rope
Flugdrachen, Lenkdrachen, kite
Frisbee, Wurfscheibe, flying disc
Bumerang, boomerang
Luftballon, Ballon, balloon
Seifenblasen, soap bubbles
Sandförmchen, Förmchen, sand mould
Eimer, Kübel, bucket, pail
Schaufel, Schippe, shovel, spade
Puzzle, Puzzlespiel, jigsaw
Brettspiel, Gesellschaftsspiel, board game
Kartenspiel, Quartett, card game, playing cards, deck of cards
Würfel, dice, dices
Schach, Schachspiel, chess
Domino, dominoes
Memory, Memo, memory game
Zauberwürfel, Rubik, magic cube
Kaleidoskop, kaleidoscope
Spielfigur, Spielstein, game piece, pawn
Spielkonsole, Konsole, Gameboy, game console, console
Knete, Knetmasse, play dough, modelling clay
Malbuch, colouring book, coloring book
Aufkleber, Sticker, Abziehbild, sticker, decal
Stempel, stamp, rubber stamp
Rassel, Klapper, rattle
Greifling, Beißring, teether, teething ring
Schnuller, Nuckel, Nuggi, pacifier, dummy, soother
Schnullerkette, dummy clip, pacifier clip
Mobile, baby mobile
Spieluhr, Spieldose, Musikdose, music box
Nachziehtier, Ziehtier, pull-along toy, pull toy
Kugelbahn, Murmelbahn, marble run
Kaufladen, toy shop
Spielküche, play kitchen, toy kitchen
Arztkoffer, doctor kit, doctor set
Wackelkopf, Wackelfigur, bobblehead, bobble head
Wackeldackel, nodding dog
Überraschungsei, Ü-Ei, surprise egg, kinder egg
Sammelfigur, collectible, collectable
Sammelkarte, trading card
Modell, Modellauto, Miniatur, model, miniature, scale model
Schneekugel, Schüttelkugel, snow globe, snow dome
Windrad, Windmühle, windmill, pinwheel
Wasserpistole, Spritzpistole, water pistol, water gun, squirt gun
Schwert, Säbel, sword
Zauberstab, magic wand, wand
Krone, Krönchen, Diadem, crown, tiara
Maske, mask
Kostüm, Verkleidung, costume, fancy dress
Badeente, Quietscheente, Gummiente, rubber duck, bath duck
Quietsch, Quietscher, squeaky, squeaker
Schwimmtier, Luftmatratze, inflatable, air mattress, lilo
Schwimmflügel, armbands, water wings
Schwimmring, swim ring, rubber ring
`;
