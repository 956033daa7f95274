/**
 * An address as it may stand on a page that others might look at: enough for its owner to recognise it, too little for
 * anybody else to find it.
 * @returns the beginning of every word and number, the rest hidden; lines stay lines
 */
export function addressInPart(address: string): string {
  return address.replace(/\p{N}+/gu, hiddenNumber).replace(/\p{L}+/gu, hiddenWord);
}

/** A house number of one digit is hidden whole. */
function hiddenNumber(digits: string): string {
  const shown = Math.min(2, digits.length - 1);
  return digits.slice(0, shown) + '•'.repeat(digits.length - shown);
}

function hiddenWord(letters: string): string {
  const all = [...letters];
  const shown = Math.min(3, all.length - 1);
  return `${all.slice(0, shown).join('')}…`;
}
