/** Animals, as toys, on things, and themselves. One meaning a line. */
export const animals = `
Esel, Eselchen, Muli, Maultier, donkey, burro, mule
Pferd, Pferdchen, Ross, Gaul, horse, horsey
Pony, Ponys, Fohlen, foal, colt
Einhorn, unicorn
Zebra, zebra
Kuh, Kühe, Rind, Kälbchen, Kalb, cow, calf
Stier, Bulle, Ochse, bull, ox
Schwein, Schweinchen, Ferkel, Sau, pig, piggy, piglet
Schaf, Schäfchen, Lamm, Lämmchen, sheep, lamb
Ziege, Zicklein, Geiß, goat, kid goat
Hund, Hündchen, Welpe, Wauwau, Dackel, Pudel, dog, doggy, puppy, pup, dachshund, poodle
Katze, Kätzchen, Kater, Mieze, cat, kitty, kitten
Maus, Mäuschen, mouse, mice
Ratte, rat
Hamster, Meerschweinchen, hamster, guinea pig
Hase, Häschen, Kaninchen, Karnickel, Langohr, rabbit, bunny, hare
Igel, hedgehog
Eichhörnchen, Eichkätzchen, squirrel
Fuchs, Füchschen, fox
Wolf, wolf
Bär, Bärchen, bear
Teddy, Teddybär, teddy bear
Braunbär, Grizzly, brown bear, grizzly
Eisbär, polar bear
Panda, panda
Koala, koala
Waschbär, raccoon
Dachs, badger
Biber, beaver
Otter, otter
Reh, Rehkitz, Kitz, Hirsch, deer, fawn, stag, Bambi
Elch, moose, elk
Rentier, reindeer
Löwe, Löwin, lion, lioness
Tiger, tiger
Leopard, Gepard, leopard, cheetah, Panther, panther
Elefant, Elefäntchen, elephant
Giraffe, giraffe
Nashorn, rhino, rhinoceros
Nilpferd, Flusspferd, Hippo, hippo, hippopotamus
Kamel, Dromedar, camel, dromedary
Lama, Alpaka, llama, alpaca
Känguru, kangaroo
Affe, Äffchen, Schimpanse, Gorilla, monkey, ape, chimp, chimpanzee
Faultier, sloth
Erdmännchen, meerkat
Krokodil, Alligator, crocodile, alligator, croc
Schlange, snake
Eidechse, Gecko, lizard, gecko
Schildkröte, turtle, tortoise
Frosch, Fröschchen, Kröte, frog, toad
Drache, Drachen, dragon
Dinosaurier, Dino, Saurier, dinosaur, T-Rex
Fisch, Fischchen, fish
Hai, Haifisch, shark
Wal, Walfisch, whale, orca
Delfin, Delphin, dolphin
Robbe, Seehund, Heuler, seal, sea lion
Pinguin, penguin
Krake, Oktopus, Tintenfisch, octopus, squid
Krebs, Krabbe, Hummer, crab, lobster
Seestern, starfish
Seepferdchen, seahorse
Muschel, shell, seashell
Schnecke, snail
Vogel, Vögelchen, Piepmatz, bird, birdie
Eule, Uhu, Kauz, owl
Ente, Entchen, Küken, duck, ducky, duckling, chick
Gans, goose
Schwan, swan
Huhn, Henne, chicken, hen
Hahn, Gockel, rooster, cock
Storch, stork
Flamingo, flamingo
Papagei, Wellensittich, parrot, budgie, parakeet
Rabe, Krähe, raven, crow
Taube, pigeon, dove
Möwe, seagull, gull
Adler, Falke, eagle, hawk, falcon
Pfau, peacock
Spatz, Meise, Rotkehlchen, sparrow, robin
Biene, Hummel, bee, bumblebee
Marienkäfer, Käfer, ladybird, ladybug, beetle
Schmetterling, Falter, butterfly, moth
Raupe, caterpillar
Spinne, spider
Ameise, ant
Fledermaus, bat
Maulwurf, mole
Tier, Tierchen, animal, creature
`;
