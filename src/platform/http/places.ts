/**
 * Where in the program an error arose, innermost first: the lines of its stack after its message, for a message may hold
 * content, and a line of content may look like a place.
 */
export function placesOf(error: unknown): string[] {
  const { stack, message } = (error ?? {}) as { stack?: unknown; message?: unknown };
  if (typeof stack !== 'string' || typeof message !== 'string' || !stack.includes(message)) return [];
  const afterMessage = stack.slice(stack.indexOf(message) + message.length);
  return afterMessage
    .split('\n')
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8);
}
