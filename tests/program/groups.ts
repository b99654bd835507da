import { must } from './must.ts';
import type { HeldSession } from './sessions.ts';

/** A setting of groups that its door takes. */
export const lawfulGroups = {
  isOn: true,
  heading: 'Language spoken at home',
  groups: [
    { name: 'Northern', people: 400 },
    { name: 'Southern', people: null },
  ],
  document: 'Act on equal treatment',
  section: 'Section 4',
  counsel: '',
  threshold: 11,
};

/** Turns groups on, records one on this case, and counts a year in which there was nothing; gives the first group's id. */
export async function groupsOfStage(
  { coordinator, duty, overseer }: Record<'coordinator' | 'duty' | 'overseer', HeldSession>,
  caseId: string,
): Promise<string> {
  const { groups } = await must<{ groups: { id: string }[] }>(
    coordinator.call('POST', '/api/v1/group-settings', { ...lawfulGroups, version: 0 }),
  );
  const groupId = groups[0]!.id;
  await must(duty.call('POST', `/api/v1/cases/${caseId}/group`, { version: 0, groupId }));
  await must(overseer.call('POST', '/api/v1/programme/groups', { year: 2024 }));
  return groupId;
}
