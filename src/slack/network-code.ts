/** The network's word for why a request did not end well. */
export function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'network';
  if (error.name === 'TimeoutError') return 'timeout';
  const { code, errors } = (error.cause ?? error) as { code?: string; errors?: { code?: string }[] };
  return code ?? errors?.[0]?.code ?? 'network';
}
