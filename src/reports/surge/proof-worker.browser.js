/* Looks for one number after another until the hash of the form's mark and the number begins with enough zero bits. */
const encoder = new TextEncoder();

const solve = async (token, part, bits) => {
  for (let answer = 0; ; answer += 1) {
    const hash = await crypto.subtle.digest('SHA-256', encoder.encode(`${token}:${part}:${answer}`));
    if (new DataView(hash).getUint32(0) >>> (32 - bits) === 0) return answer;
  }
};

addEventListener('message', async ({ data: { token, parts, bits } }) => {
  const answers = [];
  for (let part = 0; part < parts; part += 1) answers.push(await solve(token, part, bits));
  postMessage(answers.join());
});
