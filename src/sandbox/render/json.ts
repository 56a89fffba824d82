/** Blocks arrive as JSON from the app's own requests: nothing of them is taken for granted. */
export type Json = Record<string, unknown>;

export function asJson(value: unknown): Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : {};
}

export function asList(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(asJson) : [];
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The string in a text object, without its markup being read. */
export function plainOf(value: unknown): string {
  return asText(asJson(value).text);
}
