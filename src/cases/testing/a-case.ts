import type { PersonActor } from '../../platform/actor.ts';
import type { Ground } from '../../platform/ground.ts';
import { decideReport, openReport } from '../../reports/index.ts';
import { aReport } from '../../reports/testing/a-report.ts';
import { linkReport, openCase } from '../commands/open-case.ts';
import { caseOfReport } from '../queries/case-list.ts';

/** A case led by `lead` with this deputy, opened from a report as any other. */
export async function aCase(
  ground: Ground,
  lead: PersonActor,
  deputyId: string,
  title = 'A case',
): Promise<{ id: string; reportId: string }> {
  const { id: reportId } = await aReport(ground, lead.communityId);
  const id = await ground.database.withActor(lead, async (tx) => {
    const { version } = await openReport(tx, ground, reportId, caseOfReport);
    const input = {
      outcome: 'opened-case' as const,
      version,
      reason: 'For a test.',
      leadId: lead.personId,
      deputyId,
      title,
    };
    return await decideReport(tx, ground, reportId, input, { openCase, linkReport });
  });
  return { id: id!, reportId };
}
