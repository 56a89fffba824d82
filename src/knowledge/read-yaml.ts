import { CORE_SCHEMA, load } from 'js-yaml';

/** What a text says as YAML: numbers, truth and null by their form, and dates as text. Throws where it is none. */
export function readYaml(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA });
}
