import { readdirSync, readFileSync } from 'node:fs';

/** A line of an `@example`: what is written, and the value that is said of it. */
export interface DocExample {
  /** Its file and what it documents: "bed.ts bedGy". */
  name: string;
  code: string;
  value: string;
}

const documented =
  /@example\n((?: \*(?!\/).*\n)+) \*\/\n+export (?:async )?(?:function\*?|class|const) (\w+)/g;
/** The value stands behind `//=>`, behind `; //`, or alone on a line of its own. */
const valued = /^(.*?)(?:^|;? )\/\/(?:=>)? (.*)$/;

/** The examples of a folder, and by its name all that the files with examples export. */
export async function docExamples(
  folder: URL,
): Promise<{ examples: DocExample[]; exported: Record<string, unknown> }> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
    .filter(({ text }) => text.includes('@example'));
  const modules = await Promise.all(files.map(({ path }) => import(new URL(path, folder).href)));
  const examples = files.flatMap(({ path, text }) =>
    [...text.matchAll(documented)].flatMap(([, lines = '', name]) =>
      statementsOf(lines).map((statement) => ({ name: `${path} ${name}`, ...statement })),
    ),
  );
  return { examples, exported: Object.assign({}, ...modules) };
}

function statementsOf(lines: string): Pick<DocExample, 'code' | 'value'>[] {
  const found: Pick<DocExample, 'code' | 'value'>[] = [];
  let code = '';
  for (const line of lines.split('\n').map((one) => one.replace(/^ \* ?/, '').trim())) {
    const [, before = line, value] = valued.exec(line) ?? [];
    code += `${before}\n`;
    if (value === undefined) continue;
    found.push({ code: code.trim(), value });
    code = '';
  }
  return found;
}

/** What the code of an example gives; statements before the last one prepare it. */
export async function runCode(code: string, names: Readonly<Record<string, unknown>>): Promise<unknown> {
  const statements = code.replace(/;$/, '').split(/;\n|(?<=\))\n(?=[a-z])/);
  const last = statements.pop();
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  const body = `${statements.join(';\n')};\nreturn (${last});`;
  return AsyncFunction(...Object.keys(names), body)(...Object.values(names));
}
