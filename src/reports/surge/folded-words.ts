/** What a UTF-16 unit is to whoever compares words; 0 means that it has not been asked yet. */
const units = new Uint16Array(0x10000);
const space = 0x20;
/** An accent that stands as a sign of its own. */
const nothing = 1;

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/** The letter or digit without accent and in lower case; a space for what is neither. */
function foldedUnit(unit: number): number {
  const sign = String.fromCharCode(unit);
  if (isSurrogate(unit)) return unit;
  if (/\p{M}/u.test(sign)) return nothing;
  if (!/[\p{L}\p{N}]/u.test(sign)) return space;
  const bare = sign.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return bare.length === 1 ? bare.charCodeAt(0) : unit;
}

/**
 * The words of these texts, letters and digits of every script in lower case and without accents, with one space between: what
 * somebody changes to look different is left out. Each unit is looked up, not each text normalised, since on a bad day every
 * report passes here.
 */
export function foldedWords(texts: readonly string[]): Uint16Array {
  const folded = new Uint16Array(texts.reduce((length, text) => length + text.length + 1, 0));
  let length = 0;
  for (const text of texts) {
    for (let at = 0; at <= text.length; at += 1) {
      const unit = at === text.length ? space : text.charCodeAt(at);
      units[unit] ||= foldedUnit(unit);
      const fold = units[unit]!;
      const isWanted = fold === space ? length > 0 && folded[length - 1] !== space : fold !== nothing;
      if (isWanted) folded[length++] = fold;
    }
  }
  return folded.subarray(0, length);
}

/** The same as a list. */
export const wordsIn = (text: string): string[] => {
  const folded = foldedWords([text]);
  return Buffer.from(folded.buffer, 0, folded.byteLength).toString('utf16le').split(' ').filter(Boolean);
};
