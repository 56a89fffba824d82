import { expect, it } from 'vitest';
import { jsonSchemaText, writtenSchemaText } from '../../knowledge/write-schema.ts';

it('schema.json is what schema.ts says now; `npm run schema` writes it', () => {
  expect(writtenSchemaText()).toBe(jsonSchemaText());
});
