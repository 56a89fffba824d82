import { UserError } from '../../errors.ts';

/** A key that this process does not have sealed in the store, so what is there cannot be told from what is not. */
export class UnreadKeys extends UserError {
  override name = 'UnreadKeys';
  constructor(why: string) {
    super(
      `What boards keep cannot be read now, and nothing was changed. Tell whoever runs the app: ${why}. Restart it with every key in ENCRYPTION_KEYS.`,
    );
  }
}
