/** Somebody else changed the record first: nothing was written; read it again and show what it has become. */
export class VersionConflict extends Error {
  override name = 'VersionConflict';
  readonly recordId: string;
  readonly versionRead: number;
  constructor(recordId: string, versionRead: number) {
    super(`Record ${recordId} is no longer at version ${versionRead}.`);
    this.recordId = recordId;
    this.versionRead = versionRead;
  }
}
