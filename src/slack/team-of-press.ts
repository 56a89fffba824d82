/** The workspace for which a button, a form or a shortcut is answered; of an organisation's installation, the person's own. */
export function teamOfPress(body: { team?: { id: string } | null; user: { team_id?: string } }): string {
  return body.team?.id ?? body.user.team_id ?? '';
}
