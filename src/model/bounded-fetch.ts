/** Three ids and what surrounds them; models that print their thoughts stay below it too. */
const mostBytes = 64 * 1024;

/** The answer is larger than any choice can be. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/**
 * `fetch` that goes nowhere but where it was sent, since a redirect could carry the question elsewhere, and that reads a
 * small answer only.
 */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const { body, status, headers } = await fetch(input, { ...init, redirect: 'manual' });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  return new Response(bytes === 0 ? null : Buffer.concat(chunks), { status, headers });
}
