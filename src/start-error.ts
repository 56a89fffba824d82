/**
 * A reason not to start that whoever runs the app can mend. `main` prints its message as it stands: what is wrong and
 * what to do. Where it may also pass by itself, as an outage does, `mayPass` says so.
 */
export class StartError extends Error {
  override name = 'StartError';
  readonly mayPass: boolean;
  constructor(message: string, { mayPass = false } = {}) {
    super(message);
    this.mayPass = mayPass;
  }
}
