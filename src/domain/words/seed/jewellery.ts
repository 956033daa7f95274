/** Jewellery, honours and collectors' things. */
export const jewellery = `
Schmuck, Geschmeide, jewellery, jewelry
Ehering, Trauring, Verlobungsring, wedding ring, wedding band, engagement ring
Fingerring, finger ring
Kette, Halskette, Kettchen, Collier, necklace, chain
Anhänger, Amulett, pendant, charm, amulet
Medaillon, locket
Kreuz, Kreuzchen, cross, crucifix
Rosenkranz, rosary
Armband, Armkette, Armreif, bracelet, bangle, wristband
Freundschaftsband, friendship bracelet
Fußkettchen, anklet
Ohrring, Ohrstecker, Ohrhänger, earring, ear stud
Brosche, Anstecknadel, Anstecker, Pin, Button, Ansteckbutton, brooch, pin, badge, lapel pin, pin badge
Abzeichen, Plakette, emblem, plaque
Orden, Medaille, medal
Pokal, trophy
Urkunde, certificate
Manschettenknopf, cufflink
Krawattennadel, tie pin
Perle, Perlen, pearl, bead
Diamant, Brillant, diamond
Edelstein, Stein, Schmuckstein, gem, gemstone, jewel, stone
Rubin, ruby
Smaragd, emerald
Saphir, sapphire
Bernstein, amber
Gravur, graviert, Inschrift, engraving, engraved, inscription
Münze, Geldstück, coin
Medaillenband, medal ribbon
Briefmarke, postage stamp
Siegelring, signet ring
Erbstück, heirloom
Sammlung, collection
Glücksbringer, Talisman, Maskottchen, lucky charm, mascot, talisman
Kleeblatt, clover, shamrock
Hufeisen, horseshoe
Herz, Herzchen, heart
Anker, anchor
Blume, Blümchen, Blüte, flower, blossom
Rose, rose
Sonnenblume, sunflower
Gänseblümchen, Margerite, daisy
Blatt, Blätter, leaf, leaves
Baum, tree
Tannenbaum, Weihnachtsbaum, Christbaum, Christmas tree, fir tree
Palme, palm tree
Pilz, Fliegenpilz, mushroom, toadstool
Mond, moon
Sonne, sun
Wolke, cloud
Regenbogen, rainbow
Schneeflocke, snowflake
Blitz, lightning
Totenkopf, Schädel, skull
Auge, Augen, Äuglein, eye
Knopfauge, Knopfaugen, button eye, button eyes
Nase, nose
Schnauze, snout, muzzle
Schnabel, beak
Mund, mouth
Ohr, Ohren, Schlappohr, ear, floppy ear
Schwanz, tail
Mähne, mane
Pfote, Pfötchen, Tatze, paw
Huf, Hufe, hoof, hooves
Flügel, wing, wings
Stachel, Stacheln, spike, spine
Bart, Schnurrbart, beard, moustache
Haar, Haare, Zopf, hair, plait, braid, pigtail
Kopf, Köpfchen, head
Gesicht, face
Bauch, Bäuchlein, belly, tummy
Bein, Beine, leg
Arm, Arme, Ärmchen, arm
Hand, Hände, hand
Fuß, Füße, foot, feet
Zahn, Zähne, tooth, teeth
Fell, Pelz, fur
Feder, Federn, feather
`;
