/** Something that must stay together on one page. */
export interface Item {
  characters: number;
  /** Items of one group stand under one heading, which is repeated where a page breaks the group. */
  group: string | null;
}

/**
 * Lays items on pages of about so many characters. No item is dropped or divided; an item
 * longer than a page has one for itself.
 */
export function paginate<I extends Item>(
  items: readonly I[],
  charactersOnPage: (page: number) => number,
): I[][] {
  const pages: I[][] = [[]];
  let used = 0;
  for (const item of items) {
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && used + item.characters > charactersOnPage(pages.length)) {
      pages.push([item]);
      used = item.characters;
    } else {
      page.push(item);
      used += item.characters;
    }
  }
  return pages;
}
