/** The totally anti-symmetric quasigroup of order 10 from H. M. Damm's dissertation (Marburg 2004). */
const table = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
].map((row) => Array.from(row, Number));

/** Gives the digit to append; 0 for a number that already ends in its right one. Catches each wrong digit and each swap of neighbours. */
export function dammDigit(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = table[interim]![Number(digit)]!;
  return interim;
}
