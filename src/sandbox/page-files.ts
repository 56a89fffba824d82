import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { projectFolder } from '../project-folder.ts';

export interface PageFile {
  type: string;
  content: string;
}

const folder = new URL('src/sandbox/page/', projectFolder);
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  ts: 'text/javascript; charset=utf-8',
};

/** Files of the page by name, each read once; modules lose their types on the way out. */
export function createPageFiles(): (name: string) => Promise<PageFile | undefined> {
  const read = new Map<string, Promise<PageFile | undefined>>();
  return (name) => {
    const known = read.get(name) ?? readPageFile(name);
    read.set(name, known);
    return known;
  };
}

async function readPageFile(name: string): Promise<PageFile | undefined> {
  const [, extension = ''] = /^[a-z]+(?:-[a-z]+)*\.([a-z]+)$/.exec(name) ?? [];
  const type = types[extension];
  if (!type) return undefined;
  try {
    const content = await readFile(new URL(name, folder), 'utf8');
    return { type, content: extension === 'ts' ? stripTypeScriptTypes(content) : content };
  } catch {
    return undefined;
  }
}
