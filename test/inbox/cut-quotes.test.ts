import { cutQuotes } from '../../src/inbox/cut-quotes';

const history: Record<string, string> = {
  'Gmail, German':
    'Am Mo., 12. Jan. 2015 um 10:15 Uhr schrieb Fundus <fundus@x.example>:\n\n> Guten Tag\n> wir suchen.',
  'Gmail, English': 'On Mon, Jan 12, 2015 at 10:15 AM Fundus <fundus@x.example>\nwrote:\n\n> Hello',
  'Outlook, German':
    'Von: Fundus <fundus@x.example>\nGesendet: Montag, 12. Januar 2015 10:15\nAn: Maria\nBetreff: Ihre Suche\n\nGuten Tag',
  'Outlook, English':
    '________________________________\nFrom: Fundus <fundus@x.example>\nSent: Monday\nTo: Maria\nSubject: Your search\n\nHello',
  'Outlook, old': '-----Ursprüngliche Nachricht-----\nVon: Fundus\nGesendet: Mo\nhallo',
  GMX: 'Gesendet: Montag, 12. Januar 2015 um 10:15 Uhr\nVon: "Fundus" <fundus@x.example>\nAn: maria@x.example\nBetreff: Ihre Suche\n\nGuten Tag',
  Thunderbird: 'Am 12.01.15 um 10:15 schrieb Fundus:\n> Guten Tag\n>\n> wir suchen',
  'Apple Mail': '> Am 12.01.2015 um 10:15 schrieb Fundus <fundus@x.example>:\n>\n> Guten Tag',
  'nothing but quotes': '> Guten Tag\n> wir suchen.\n',
};

describe('leaves what was written above', () => {
  it.each(Object.keys(history))('%s', (program) => {
    expect(cutQuotes(`Ja, bitte an die Oma!\n\nViele Grüße\nMaria\n\n${history[program]}`)).toBe(
      'Ja, bitte an die Oma!\n\nViele Grüße\nMaria',
    );
  });

  it.each(['Von meinem iPhone gesendet', 'Sent from my iPhone', 'Gesendet mit der GMX Mail App', '-- \nMaria Muster'])(
    'without the signature: %j',
    (signature) => {
      expect(cutQuotes(`Super!\n\n${signature}\n\n${history['Apple Mail']}`)).toBe('Super!');
    },
  );
});

it('leaves what was written below', () => {
  expect(cutQuotes(`${history.Thunderbird}\n\nIn Hamburg war das.`)).toBe('In Hamburg war das.');
});

it('keeps answers between the lines with what they answer', () => {
  const between = '> Wo wohnen Sie?\nIn Hamburg.\n> Und die Farbe?\nRosa.';
  expect(cutQuotes(between)).toBe(between);
});

it.each([
  'Am Montag war der Esel noch da, der Schaffner schrieb:\nnichts.',
  'Von: hier bis da, das weiß ich nicht.\n\nGruß',
  'From the train\nTo: nobody\n\nstill missing',
  'Am Bahnhof',
])('takes no sentence for history: %j', (text) => {
  expect(cutQuotes(text)).toBe(text);
});

it('keeps the whole where nothing else would be left', () => {
  expect(cutQuotes('> Guten Tag')).toBe('> Guten Tag');
  expect(cutQuotes('')).toBe('');
});

it('comes to an end with what was made to take for ever', () => {
  const long = ['> ', 'On ', 'Am 1 ', 'From: ', '_', '-- '].map((line) => `${line.repeat(20_000)}\n`.repeat(5));
  const many = ['> a\n', 'On x wrote\n', 'From: x\n', '\n'].map((line) => line.repeat(20_000));
  for (const text of [...long, ...many]) expect(text).toContain(cutQuotes(text));
}, 60_000);
