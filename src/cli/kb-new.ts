import { existsSync, writeFileSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { draftText } from '../knowledge/draft-text.ts';
import { readFiles } from '../knowledge/read-files.ts';
import { sourceIdentities } from '../knowledge/source-identities.ts';
import type { KbWord } from './kb-word.ts';
import { parseOptions } from './parse-options.ts';
import { UsageError } from './subcommand.ts';

const doiShape = /^10\.\d{4,9}\/\S+$/;
const keyShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const text = { type: 'string' } as const;

export const kbNew: KbWord = {
  name: 'new',
  usage:
    'kb new KEY-OR-DOI --by "NAME" [--key guo-2024] [--title "…"] [--year 2024] [--doi 10.…] [--authors "Guo X et al."]',
  does: 'starts the file of a publication as a draft, with what you give and nothing else filled in',
  run({ arguments: words, json, print, now }, folder) {
    const options = { key: text, title: text, year: text, doi: text, authors: text, by: text };
    const { values, positionals } = parseOptions(words, options);
    const [named, ...others] = positionals;
    if (named === undefined || others.length > 0)
      throw new UsageError('"kb new" takes one short name, as guo-2024, or one DOI.');
    const writtenBy = values.by?.trim() ?? '';
    if (!/\p{L}{2}/u.test(writtenBy))
      throw new UsageError('"kb new" needs the name of who writes the file, as --by "Ada Byrne".');

    const given = named.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, '');
    const isDoi = doiShape.test(given);
    const doi = isDoi ? given : (values.doi?.trim() ?? null);
    if (doi !== null && !doiShape.test(doi))
      throw new UserError('That is not a DOI. Write it as 10.3389/fonc.2024.1395787.');
    const key = isDoi ? (values.key ?? null) : given;
    if (key === null)
      throw new UserError(
        'Give the publication a short name as well, as --key guo-2024: first author and year.',
      );
    if (!keyShape.test(key))
      throw new UserError(
        `"${key}" cannot be a short name. Write small letters, digits and single hyphens, as guo-2024.`,
      );
    if (values.year !== undefined && !/^(19|20)\d\d$/.test(values.year))
      throw new UserError('Write the year with four digits, as 2024.');

    const taken = sourceIdentities(readFiles(folder));
    const path = `sources/${key}.yml`;
    const address = new URL(path, folder);
    const byKey = taken.find(({ id }) => id === key);
    if (byKey || existsSync(address))
      throw new UserError(
        `There is a publication "${key}" already, in knowledge/${byKey?.path ?? path}. Add to it, or choose another short name.`,
      );
    const byDoi = taken.find((one) => doi !== null && one.doi?.toLowerCase() === doi.toLowerCase());
    if (byDoi) throw new UserError(`This DOI stands already in knowledge/${byDoi.path}. Add to that file.`);

    const draft = draftText({
      ...{ key, doi, writtenBy, curatedOn: now().toISOString().slice(0, 10) },
      title: values.title?.trim() || null,
      year: values.year === undefined ? null : Number(values.year),
      authors: values.authors?.trim() || null,
    });
    writeFileSync(address, draft, { flag: 'wx' });
    if (json) return print(JSON.stringify({ file: path }));
    print(`Begun: knowledge/${path}, a draft. Nothing of it is shown yet.`);
    print('Fill it in, then write `npm run -s imt -- kb`: it lists what is still missing, with the line.');
  },
};
