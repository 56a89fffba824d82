/**
 * A mistake that the person can mend. Its message is shown to them as it stands:
 * what is wrong, then what to write instead. Everything else that is thrown is a
 * fault of the app: logged, and answered with a reference.
 *
 * @example
 * throw new UserError('There is no topic "radiation". Write `/imt radiotherapy`.');
 */
export class UserError extends Error {
  override name = 'UserError';
}
