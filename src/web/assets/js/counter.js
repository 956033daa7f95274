/* Counts the letters of a text while it is typed, the way its channel counts. The server counts again and decides. */

const path = String.raw`(?::\d+)?(?:[/?#](?:\S*[^\s.,;:!?)'"»“”])?)?`;
const withScheme = String.raw`https?:\/\/(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}`;
const bare = String.raw`(?<![@\p{L}\p{N}._-])(?:[\p{L}\p{N}-]+\.)+(?:de|at|ch|eu|com|org|net|info)(?![\p{L}\p{N}])`;
const link = new RegExp(`(?:${withScheme}|${bare})${path}`, 'giu');
const emoji =
  /(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*)/gu;

// Configuration 3 of twitter-text: letters in these ranges count once, all others twice.
const single = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

function weigh(letter) {
  const code = letter.codePointAt(0);
  return single.some(([from, to]) => code >= from && code <= to) ? 1 : 2;
}

function lengthOnX(text) {
  let length = 0;
  const rest = text
    .normalize('NFC')
    .replace(link, () => {
      length += 23;
      return '';
    })
    .replace(emoji, () => {
      length += 2;
      return '';
    });
  return [...rest].reduce((sum, letter) => sum + weigh(letter), length);
}

document.addEventListener('input', (event) => {
  const counter = document.querySelector('[data-counter][data-limit]');
  if (!counter || event.target.id !== counter.dataset.for) return;
  // A browser sends line ends as CRLF, but they are kept, and counted, as one.
  const text = event.target.value.trim();
  const length = counter.dataset.counting === 'x' ? lengthOnX(text) : [...text].length;
  counter.querySelector('[data-counter-length]').textContent = length;
});
