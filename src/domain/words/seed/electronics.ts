/** Devices, and what belongs to them. */
export const electronics = `
Handy, Smartphone, Mobiltelefon, Telefon, Phone, phone, mobile phone, mobile, cellphone, cell phone
iPhone, Apple
Tablet, iPad
Laptop, Notebook, Notebookrechner, laptop, notebook computer, macbook
Computer, Rechner, PC, desktop
Bildschirm, Monitor, Display, screen, display
Tastatur, keyboard
Computermaus, computer mouse
Kamera, Fotoapparat, Fotokamera, Digitalkamera, camera
Sofortbildkamera, Polaroid, instant camera
Objektiv, lens
Filmkamera, Camcorder, Videokamera, video camera
Stativ, tripod
Fernglas, Feldstecher, binoculars, field glasses
Teleskop, Fernrohr, telescope
Lupe, Vergrößerungsglas, magnifying glass, magnifier
Kopfhörer, Ohrhörer, Stöpsel, Headphones, headphones, earphones, earbuds, airpods
Headset, headset
Lautsprecher, Bluetoothbox, speaker, loudspeaker
Hörgerät, hearing aid
Radio, radio
Kassette, Tonband, cassette, tape
Kassettenrekorder, Walkman, cassette player
Schallplatte, Vinyl, record, vinyl record
CD, Compact Disc
DVD, Blu-ray
Hörspielfigur, Toniebox, Tonie, audio figure
Fernseher, TV, television
Fernbedienung, remote, remote control
Uhr, clock
Armbanduhr, wristwatch, watch
Smartwatch, Fitnessarmband, Fitnesstracker, fitness band, fitness tracker
Wecker, Reisewecker, alarm clock
Taschenuhr, pocket watch
Kuckucksuhr, cuckoo clock
Stoppuhr, stopwatch
Taschenrechner, calculator
Ladegerät, Netzteil, Ladestation, Lader, charger, power adapter, charging station
Ladekabel, Kabel, cable, charging cable, cord, lead
Powerbank, Zusatzakku, power bank, battery pack
Akku, Batterie, battery, rechargeable
Stecker, Adapter, plug, adapter
USB-Stick, Speicherstick, Datenstick, usb stick, memory stick, flash drive, thumb drive
Speicherkarte, SD-Karte, memory card, sd card
Festplatte, hard drive, hard disk
SIM-Karte, sim card
Router, Modem
E-Reader, E-Book, Kindle, ebook reader
Taschenlampe, torch, flashlight
Stirnlampe, Kopflampe, headlamp, head torch
Lampe, Leuchte, Licht, lamp, light
Nachtlicht, Schlummerlicht, night light, nightlight
Laterne, Windlicht, Sturmlaterne, Sturmlampe, lantern, storm lantern, hurricane lamp
Lichterkette, fairy lights, string lights
Glühbirne, Birne, light bulb
Ventilator, fan
Föhn, Fön, Haartrockner, hair dryer, hairdryer
Rasierer, Rasierapparat, shaver, razor
Bügeleisen, iron
Nähmaschine, sewing machine
Staubsauger, vacuum cleaner, hoover
Bohrmaschine, Bohrer, drill
Akkuschrauber, cordless screwdriver
Navigationsgerät, Navi, GPS, satnav, navigation device
Funkgerät, Walkie-Talkie, walkie talkie, two-way radio
Babyphone, baby monitor
Keyboard, Synthesizer, synth
Schreibmaschine, typewriter
Drucker, printer
Beamer, Projektor, projector
Diaprojektor, slide projector
Dia, slide photo
Elektronik, Gerät, Apparat, device, gadget
Riss, Sprung, crack
gesprungen, zersprungen, cracked, shattered
Blutzuckermessgerät, glucose meter
Fieberthermometer, Thermometer, thermometer
`;
