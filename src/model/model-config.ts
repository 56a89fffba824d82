import { z } from 'zod';
import { staysPrivate } from '../stays-private.ts';

/** A language model behind an API in OpenAI's shape, as one inside the hospital. */
export interface ModelConfig {
  baseUrl: string;
  name: string;
  apiKey: string | undefined;
  /** How long an answer waits for it, at most. */
  timeoutMs: number;
}

const timeoutRange = { leastMs: 250, mostMs: 5_000 };
const wrongTimeout = `expected milliseconds from ${timeoutRange.leastMs} to ${timeoutRange.mostMs}, as 2500`;

export const modelVariables = {
  MODEL_BASE_URL: z
    .string()
    .refine(
      isAddress,
      'expected an address as https://models.example.org/v1, without a name or password in it and nothing behind the path',
    )
    .refine(
      (address) => !isAddress(address) || staysPrivate(new URL(address)),
      'questions are not sent in the clear: expected https, or http to an address of this machine or of a private network, as http://127.0.0.1:8000/v1 or http://10.0.0.5:8000/v1',
    )
    .transform((address) => address.replace(/\/+$/, ''))
    .optional(),
  MODEL_NAME: z
    .string()
    .regex(/^[^\s\p{Cc}]{1,200}$/u, 'expected the name by which the server knows the model, without spaces')
    .optional(),
  MODEL_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'expected the key without spaces')
    .optional(),
  MODEL_TIMEOUT_MS: z
    .string()
    .regex(/^\d{1,6}$/, wrongTimeout)
    .transform(Number)
    .refine((ms) => ms >= timeoutRange.leastMs && ms <= timeoutRange.mostMs, wrongTimeout)
    .default(2_500),
};

type ModelVariables = z.output<z.ZodObject<typeof modelVariables>>;

/** Undefined, so that none is asked, unless both the address and the name are there. */
export function modelConfig(read: ModelVariables): ModelConfig | undefined {
  const { MODEL_BASE_URL: baseUrl, MODEL_NAME: name, MODEL_API_KEY: apiKey } = read;
  return baseUrl && name ? { baseUrl, name, apiKey, timeoutMs: read.MODEL_TIMEOUT_MS } : undefined;
}

/** Variables that are well-formed alone and do not fit together. */
export function modelMisfits(given: Readonly<Record<string, string | undefined>>): string[] {
  const { MODEL_BASE_URL: baseUrl, MODEL_NAME: name } = given;
  if (baseUrl && name) return [];
  if (baseUrl) return ['MODEL_BASE_URL is set without MODEL_NAME: also set the name of the model'];
  if (name) return ['MODEL_NAME is set without MODEL_BASE_URL: also set the address of its API'];
  if (given.MODEL_API_KEY)
    return ['MODEL_API_KEY is set and no model is: set MODEL_BASE_URL and MODEL_NAME, or unset it'];
  return [];
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  const isBare = `${username}${password}${search}${hash}` === '' && !/[?#\s]/.test(text);
  return (protocol === 'https:' || protocol === 'http:') && isBare;
}
