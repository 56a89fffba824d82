import type { FieldErrors, Form, FormRequest, MessageReply, Reply, Services } from '../../src/command.ts';
import { calendarDay } from '../../src/dates/calendar-day.ts';
import { UserError } from '../../src/errors.ts';
import { readExport } from '../../src/followup/read-export.ts';
import { section } from '../../src/views/block.ts';
import { followUpIds } from '../../src/views/follow-up/action-ids.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportContent,
  isExportFormat,
} from '../../src/views/follow-up/export-file.ts';
import { exportForm } from '../../src/views/follow-up/export-form.ts';
import { privately } from '../privately.ts';
import { type Desk, deskOf, requireLead } from './desk.ts';

/** Everything that the board has, as a file for the asker alone. */
export async function exportBoard(text: string, desk: Desk): Promise<Reply> {
  await requireLead(desk);
  const format = text.toLowerCase();
  if (format === '') return { kind: 'dialog', view: exportForm() };
  if (isExportFormat(format)) return exported(format, desk);
  throw new UserError(
    `An export is one of: ${EXPORT_FORMATS.join(', ')}. Write \`export csv\` or \`export json\`.`,
  );
}

export const exportForms: readonly Form[] = [
  {
    id: followUpIds.exportForm,
    async run(request: FormRequest, services: Services): Promise<Reply | FieldErrors> {
      const desk = await deskOf(request, services);
      await requireLead(desk);
      const format = request.values.format ?? '';
      if (!isExportFormat(format)) return { kind: 'field-errors', errors: { format: 'Pick a format.' } };
      return exported(format, desk);
    },
  },
];

async function exported(format: ExportFormat, { services, board, act }: Desk): Promise<MessageReply> {
  const rows = await readExport(services.followUps, board, act.atMs);
  if (rows.length === 0)
    return privately('Export', [section('This board has no dates yet: there is nothing to export.')]);
  const dates = rows.length === 1 ? '1 date' : `${rows.length} dates`;
  const line = `*${dates}* of <#${board.channelId}>, open and closed, as ${format.toUpperCase()}. The file comes to you alone, in a direct message. It holds case codes, report references and user ids: keep it where they may be kept.`;
  return {
    ...privately('Export', [section(line)]),
    file: {
      fileName: `follow-up-imaging-${act.todayOn}.${format}`,
      title: `Follow-up imaging, ${dates}, ${calendarDay(act.todayOn)}`,
      content: await exportContent(format, rows, board, act.atMs),
    },
  };
}
