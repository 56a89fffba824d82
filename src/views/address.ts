export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi)}`;
}

export function pubMedAddress(pmid: string): string {
  return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
}
