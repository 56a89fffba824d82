import type { TopLevelSpec } from 'vega-lite';

/**
 * A Vega-Lite chart as the text of an SVG, without browser or canvas.
 * Throws for a spec that loads or links anything, and for one that Vega complains about: half a picture of
 * doses is worse than none.
 */
export async function drawSvg(spec: TopLevelSpec): Promise<string> {
  const [{ compile }, { parse, View, Warn }] = await Promise.all([import('vega-lite'), import('vega')]);
  const complaints: unknown[] = [];
  const complain = (...what: unknown[]) => {
    complaints.push(...what);
    return logger;
  };
  const ignore = () => logger;
  const logger = { level: levelOf(Warn), error: complain, warn: complain, info: ignore, debug: ignore };
  function levelOf(level: number) {
    return ((wanted?: number) => (wanted === undefined ? level : logger)) as never;
  }
  const refuse = (uri: string) => complaints.push(`A chart may not load or link anything: ${uri}`);
  const load = async (uri: string): Promise<never> => {
    refuse(uri);
    throw new Error('refused');
  };
  const sanitize = async (uri: string) => {
    refuse(uri);
    // A rejection here is one that nobody handles: Vega reads `href` of what it did not get.
    return { href: '' };
  };
  const loader = { options: {}, load, sanitize, http: load, file: load };
  const view = new View(parse(compile(spec, { logger }).spec), { renderer: 'none', loader, logger });
  try {
    const svg = await view.toSVG();
    // Vega itself only warns of a load that failed, and draws on without the data.
    if (complaints.length > 0)
      throw new Error(`The chart cannot be drawn: ${complaints.map(String).join('; ')}`);
    return svg;
  } finally {
    view.finalize();
  }
}
