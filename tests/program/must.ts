/** Sends a request that must succeed, and gives what it answers. */
export async function must<T>(answering: Promise<{ status: number; text: string; body: unknown }>): Promise<T> {
  const answer = await answering;
  if (answer.status >= 300) throw new Error(`the stage could not be set: ${answer.status} ${answer.text}`);
  return answer.body as T;
}
