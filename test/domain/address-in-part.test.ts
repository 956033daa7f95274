import { addressInPart } from '../../src/domain/address-in-part';

it.each([
  ['Maria Muster\nRosenweg 12\n12345 Ort', 'Mar… Mus…\nRos… 1•\n12••• Or…'],
  ['Weg 1, 1010 Wien', 'We… •, 10•• Wie…'],
  ['12a Élan Street', '1•… Éla… Str…'],
  ['', ''],
])('shows the owner enough, and others too little: %j', (address, shown) => {
  expect(addressInPart(address)).toBe(shown);
});
