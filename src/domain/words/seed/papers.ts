/** Papers, books, music and sports. */
export const papers = `
Buch, Büchlein, book
Bilderbuch, picture book
Kinderbuch, children's book, childrens book
Märchenbuch, Märchen, fairy tale
Kochbuch, Rezeptbuch, cookbook, recipe book
Tagebuch, diary, journal
Notizbuch, Notizblock, Block, notebook, notepad
Heft, Heftchen, Broschüre, booklet, brochure
Comic, Comicheft, comic, comic book
Zeitschrift, Magazin, magazine
Zeitung, newspaper
Kalender, Taschenkalender, calendar, planner
Album, Fotoalbum, photo album
Stammbuch, Poesiealbum, Freundebuch, autograph book, friendship book
Foto, Fotografie, Lichtbild, photo, photograph
Postkarte, Ansichtskarte, postcard
Karte, card
Landkarte, Stadtplan, map
Brief, letter
Umschlag, Kuvert, envelope
Ausweis, Personalausweis, identity card, ID card, identity
Reisepass, Pass, passport
Führerschein, driving licence, driver's license, drivers license
Fahrkarte, Ticket, Fahrschein, Eintrittskarte, ticket
Kreditkarte, Bankkarte, Girokarte, credit card, bank card, debit card
Gutschein, Voucher, voucher, gift card
Zeugnis, school report
Impfpass, vaccination card
Versichertenkarte, Gesundheitskarte, insurance card
Mitarbeiterausweis, Dienstausweis, Firmenausweis, staff pass, employee badge
Stift, Schreibstift, pen
Kugelschreiber, Kuli, ballpoint, biro, ballpoint pen
Füller, Füllfederhalter, fountain pen
Bleistift, pencil
Buntstift, coloured pencil, colored pencil, crayon
Filzstift, felt tip, marker
Radiergummi, eraser
Spitzer, Anspitzer, sharpener
Ordner, Mappe, folder, binder
Lesezeichen, bookmark
Plakat, Poster, poster
Aufschrift, Schriftzug, Beschriftung, Schrift, lettering, caption, writing
Logo, Firmenlogo, Signet, logo
Etikett, Zettel, Schildchen, label, tag
Gitarre, guitar
Ukulele
Geige, Violine, violin, fiddle
Cello
Flöte, Blockflöte, flute, recorder
Querflöte, transverse flute
Mundharmonika, harmonica, mouth organ
Akkordeon, Ziehharmonika, accordion
Trommel, Pauke, drum
Xylophon, Glockenspiel, xylophone, glockenspiel
Klavier, Piano, piano
Trompete, trumpet
Saxophon, Saxofon, saxophone, sax
Klarinette, clarinet
Triangel, Tamburin, triangle, tambourine
Noten, Notenheft, sheet music, music book
Mikrofon, microphone
Ski, Skier, ski, skis
Snowboard
Schlitten, Rodel, sled, sledge, toboggan
Schlittschuh, ice skate
Inliner, Inlineskates, Rollschuh, Rollerskates, inline skates, roller skates
Skateboard, Longboard, skateboard
Tennisschläger, tennis racket
Schläger, bat, racket
Tischtennis, ping-pong, table tennis
Golfschläger, golf club
Hantel, dumbbell
Yogamatte, yoga mat
Angel, Angelrute, fishing rod
Taucherflosse, Flosse, fin, flipper
Schnorchel, snorkel
Surfbrett, surfboard
Boxhandschuh, boxing glove
Schienbeinschoner, shin guard
Stadion, stadium
Turnier, tournament
Mannschaft, Verein, team, club
`;
