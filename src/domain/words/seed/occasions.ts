/** People, places, occasions and what happened. */
export const occasions = `
Werbegeschenk, Werbeartikel, Werbemittel, Give-away, Giveaway, Streuartikel, promo, promotional gift, promo gift, promotional item, freebie, merchandise, merch
Werbung, Reklame, Kampagne, advert, advertising, advertisement, campaign
Geschenk, Mitbringsel, gift, present, souvenir
Andenken, Erinnerung, Erinnerungsstück, keepsake, memento, memory
Preis, Gewinn, Hauptgewinn, prize
Gewinnspiel, Verlosung, Tombola, raffle, lottery, sweepstake
Messe, Ausstellung, trade fair, fair, exhibition
Jahrmarkt, Kirmes, Rummel, Volksfest, funfair, fun fair
Flohmarkt, Trödelmarkt, flea market, car boot sale
Weihnachten, Weihnacht, Heiligabend, Christmas, xmas
Ostern, Easter
Geburtstag, birthday
Hochzeit, wedding
Taufe, christening, baptism
Einschulung, Schulanfang, first day of school
Fasching, Karneval, Fastnacht, carnival
Halloween
Silvester, Neujahr, new year
Jubiläum, anniversary
Urlaub, Ferien, Reise, Ausflug, holiday, vacation, trip, journey, outing
Kind, Kinder, child, children, kid
Baby, Säugling, Neugeborenes, infant, newborn
Junge, Bub, boy
Mädchen, girl
Sohn, son
Tochter, daughter
Enkel, Enkelin, grandchild, grandson, granddaughter
Bruder, brother
Schwester, sister
Zwilling, Zwillinge, twin, twins
Mutter, Mama, Mutti, mother, mum, mom
Vater, Papa, father, dad
Oma, Großmutter, Omi, grandma, grandmother, granny
Opa, Großvater, Opi, grandpa, grandfather, grandad
Tante, aunt
Onkel, uncle
Freund, Freundin, Kumpel, friend, buddy
Mann, Herr, man, gentleman
Frau, Dame, woman, lady
Kollege, Kollegin, Mitarbeiter, Mitarbeiterin, colleague, coworker, employee, staff
Techniker, Servicetechniker, Monteur, technician, engineer, fitter
Fahrer, Fahrerin, driver
Verkäufer, Verkäuferin, salesperson, shop assistant, sales assistant
Berater, Beraterin, adviser, advisor, consultant
Bote, Zusteller, Briefträger, courier, postman, mailman
Lehrer, Lehrerin, Erzieherin, teacher
Arzt, Ärztin, Doktor, doctor, physician
Kunde, Kundin, customer, client
Besucher, Besucherin, Gast, visitor, guest
Besitzer, Eigentümer, Besitzerin, owner
Name, Namensschild, nametag, name tag, name badge
verloren, verlor, verlieren, verlorengegangen, abhandengekommen, lost, lose
vermisst, vermissen, vermisse, miss
gefunden, finden, Fund, Fundsache, found, find, lost property
vergessen, liegengelassen, liegen gelassen, stehengelassen, forgotten, forgot, left behind
gesucht, suchen, suche, Suche, searching, search, seeking, looking for, wanted
gestohlen, geklaut, stolen
gekauft, kaufen, bought, buy, purchased
geschenkt, verschenkt, given, gifted
getragen, tragen, trägt, wearing, wears, carried
kennengelernt, getroffen, treffen, met, meet
geholfen, helfen, Hilfe, helped, help
Bahnhof, Hauptbahnhof, Hbf, railway station, train station, station
Haltestelle, Bushaltestelle, bus stop
Flughafen, Airport, airport
Hafen, harbour, harbor, port
Strand, beach
Meer, Ostsee, Nordsee, See, sea, ocean, lake
Berg, Berge, Gebirge, mountain, mountains
Wald, forest, woods
Park, Stadtpark, Garten, park, garden
Spielplatz, playground
Schwimmbad, Freibad, Hallenbad, swimming pool, pool
Zoo, Tierpark, Wildpark, zoo
Museum
Kino, cinema, movie theater
Theater, theatre
Restaurant, Gaststätte, Wirtshaus, Kneipe, pub
Café, Kaffeehaus, coffee shop
Hotel, Pension, Jugendherberge, hostel
Krankenhaus, Klinik, hospital, clinic
Schule, school
Kindergarten, Kita, kindergarten, nursery, daycare
Kirche, church
Laden, Geschäft, Shop, Filiale, store, branch
Kaufhaus, Supermarkt, department store, supermarket
Markt, Marktplatz, market
Weihnachtsmarkt, Christkindlmarkt, Christmas market
Parkplatz, Parkhaus, car park, parking lot
Autobahn, Raststätte, motorway, highway, rest stop
Straße, street, road
Haus, house
Wohnung, apartment, flat
Keller, cellar, basement
Dachboden, Speicher, attic, loft
Zimmer, room
Büro, office
Lager, Werkstatt, warehouse, workshop, storeroom
Empfang, Rezeption, Foyer, reception, lobby
Kantine, cafeteria
Aufzug, Fahrstuhl, lift, elevator
Treppe, stairs
Fenster, window
Tür, door
Bank, bench
Zugabteil, Abteil, Zugtoilette, train compartment
ICE, Intercity, S-Bahn, U-Bahn, metro, subway, underground, tube
Taxi, cab
Fähre, ferry
Stadt, city, town
Dorf, village
Köln, Cologne
München, Munich
Nürnberg, Nuremberg
Hannover, Hanover
Wien, Vienna
Zürich, Zurich
Österreich, Austria
Schweiz, Switzerland
Deutschland, Germany
Frankreich, France
Italien, Italy
Spanien, Spain
Griechenland, Greece
Türkei, Turkey
Niederlande, Holland, Netherlands
Bayern, Bavaria
Januar, January
Februar, February
März, March
Mai, May
Juni, June
Juli, July
Oktober, October
Dezember, December
Montag, Monday
Dienstag, Tuesday
Mittwoch, Wednesday
Donnerstag, Thursday
Freitag, Friday
Samstag, Sonnabend, Saturday
Sonntag, Sunday
Sommer, summer
Winter, winter
Frühling, Frühjahr, spring
Herbst, autumn, fall
Morgen, morning
Abend, evening
Nacht, night
gestern, yesterday
Woche, week
Monat, month
`;
