/** A page as an answer; nobody in between keeps it unless `cache` says so. */
export const answerPage = (html: string, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
