/**
 * A reason not to start that whoever runs the app can mend. `main` prints its message
 * as it stands, what is wrong and what to do, and ends with status 2.
 */
export class StartError extends Error {
  override name = 'StartError';
}
