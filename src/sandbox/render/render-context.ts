/** What the page knows and blocks only refer to. */
export interface RenderContext {
  /** Names by Slack's id. */
  users: ReadonlyMap<string, string>;
  channels: ReadonlyMap<string, string>;
  /** In which `<!date^…>` is shown; UTC when left out. */
  timeZone?: string;
  /** Size in pixels of a picture that was uploaded, by its file's id. */
  picture?(fileId: string): { width: number; height: number } | undefined;
}
