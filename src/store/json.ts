/** What a record holds besides text and numbers, as a column of text. */
export function toJson(value: object): string;
export function toJson(value: object | null): string | null;
export function toJson(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

export function fromJson<T>(text: string | null): T {
  return text === null ? (null as T) : JSON.parse(text);
}
