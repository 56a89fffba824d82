import type { UploadedFile } from '../uploaded-files.ts';

/** What the page knows and blocks only refer to. */
export interface RenderContext {
  /** Names by Slack's id. */
  users: ReadonlyMap<string, string>;
  /** Who is mentioned but never picked from a menu of people. */
  appUserId?: string;
  channels: ReadonlyMap<string, string>;
  /** In which `<!date^…>` is shown; UTC when left out. */
  timeZone?: string;
  /** What was uploaded, by its id. */
  file?(id: string): UploadedFile | undefined;
}
