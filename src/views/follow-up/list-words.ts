/** How many a list holds, and how many of them are late. */
export function countWords(count: number | string, late: number): string {
  return `${count}, ${late === 0 ? 'none' : `${late} of them`} late`;
}

/** What stands under a list: where one is in it, and what it leaves out. */
export function listFoot(page: number, pages: number): string {
  const where = pages === 1 ? '' : `Page ${page} of ${pages}. `;
  return `${where}Of a series, only the next date that is not yet due is shown.`;
}
