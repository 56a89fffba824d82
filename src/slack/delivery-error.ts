/** An answer that could not be shown. `code` is Slack's or the network's word for why. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  readonly code: string;
  /** Whether Slack was in trouble, and did not refuse: it may have shown the answer, and may take another later. */
  readonly mayPass: boolean;
  constructor(code: string, { mayPass = false } = {}) {
    super(`not delivered: ${code}`);
    this.code = code;
    this.mayPass = mayPass;
  }
}
