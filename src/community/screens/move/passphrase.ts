const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Thirty characters of chance in six groups, with none that are mistaken for another: 150 bits. */
export function newPassphrase(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(30));
  const text = Array.from(drawn, (byte) => letters[byte % letters.length]).join('');
  return text.replace(/(.{5})(?=.)/g, '$1-');
}
