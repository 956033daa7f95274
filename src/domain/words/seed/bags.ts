/** What things are carried and kept in. */
export const bags = `
Tasche, Beutel, bag
Handtasche, Damentasche, handbag, purse bag, ladies bag
Umhängetasche, Schultertasche, shoulder bag, crossbody
Kuriertasche, Botentasche, Messenger, messenger bag
Aktentasche, Aktenmappe, Ledermappe, briefcase, attache case
Ranzen, Schulranzen, Schultasche, Tornister, satchel, school bag, schoolbag
Rucksack, Kinderrucksack, Backpack, backpack, rucksack, knapsack, daypack
Koffer, Reisekoffer, Rollkoffer, Trolley, suitcase, trolley case, luggage
Gepäck, baggage
Reisetasche, Sporttasche, duffel bag, holdall, gym bag, sports bag, travel bag
Turnbeutel, Sportbeutel, gym sack, drawstring bag
Bauchtasche, Gürteltasche, Hüfttasche, bum bag, fanny pack, waist bag, belt bag
Einkaufstasche, Tragetasche, Jutebeutel, Stoffbeutel, tote, tote bag, shopping bag, canvas bag
Tüte, Plastiktüte, plastic bag, carrier bag
Kulturbeutel, Waschbeutel, Kosmetiktasche, toiletry bag, wash bag, cosmetic bag, make-up bag
Werkzeugtasche, tool bag
Werkzeugkoffer, Werkzeugkasten, toolbox, tool case
Laptoptasche, Notebooktasche, laptop bag, laptop sleeve
Kameratasche, Fototasche, camera bag
Geldbeutel, Portemonnaie, Portmonee, Geldbörse, Brieftasche, Börse, wallet, purse, billfold
Kartenetui, Kartenhülle, card holder, card case
Etui, Hülle, Futteral, case, sleeve, pouch
Brillenetui, glasses case, spectacle case
Federmäppchen, Mäppchen, Federtasche, Stiftetui, pencil case
Handyhülle, Schutzhülle, Handytasche, phone case, phone cover
Schachtel, Karton, Pappschachtel, box, carton
Kiste, Kasten, crate, chest
Dose, Büchse, Blechdose, tin, can, tin box
Brotdose, Brotbox, Vesperdose, Lunchbox, lunch box, sandwich box
Truhe, trunk
Korb, Körbchen, basket
Sack, Säckchen, sack
Schmuckkästchen, Schmuckschatulle, Schatulle, jewellery box, jewelry box, casket
Spardose, Sparschwein, Sparbüchse, piggy bank, money box, coin bank
Schultüte, Zuckertüte, school cone
Kinderwagen, Buggy, stroller, pram, pushchair, buggy
Tragetuch, Babytrage, baby sling, baby carrier
Wickeltasche, diaper bag, changing bag, nappy bag
Gurt, Riemen, Trageriemen, strap, belt strap
Griff, Henkel, handle, grip
Schnalle, buckle
Fach, Innenfach, compartment
Kofferanhänger, Gepäckanhänger, luggage tag
`;
