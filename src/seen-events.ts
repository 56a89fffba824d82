/** What Slack has told already: an event comes again when its answer was late, and one post may be told as two events. */
export interface SeenEvents {
  /** True for the first of all replicas that names one of these; all of them are then seen. */
  isNew(teamId: string, names: readonly string[]): Promise<boolean>;
}
