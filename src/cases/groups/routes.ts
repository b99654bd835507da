import { type AnyRoute, route } from '../../platform/http/route.ts';
import { byId, insideCommand, ofCase, person } from '../change-of-case.ts';
import { may } from '../policy.ts';
import { caseGroup, groupSettings, recordGroupInput, setGroupSettingsInput } from './contract.ts';
import { groupSettingsOf, setGroupSettings } from './group-settings.ts';
import { groupOfCase, recordGroup } from './record-group.ts';

/** The doors of groups: how they are recorded here, and the record of one case for whoever directs it. */
export const groupRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/group-settings',
    summary: 'Whether groups are recorded here, which, and on which ground of the law',
    permission: may('see-own-cases'),
    audit: { none: 'settings without content' },
    input: { path: null, query: null, body: null },
    answer: groupSettings,
    handle: (tx) => groupSettingsOf(tx),
  }),
  route({
    method: 'POST',
    path: '/api/v1/group-settings',
    summary:
      'Set it anew; turned off, what was recorded on cases is destroyed. A newer change is shown, not overwritten',
    permission: may('set-groups'),
    audit: insideCommand,
    input: { path: null, query: null, body: setGroupSettingsInput },
    answer: groupSettings,
    async handle(tx, { body }, ground) {
      await setGroupSettings(person(tx), ground, body);
      return await groupSettingsOf(tx);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/{id}/group',
    summary: 'The group recorded on a case, for its lead and deputy; the reading is logged',
    permission: may('direct-case', ofCase),
    audit: { act: 'case-group-read', recordKind: 'case', recordId: ({ path }) => path.id },
    input: { path: byId, query: null, body: null },
    answer: caseGroup,
    handle: (tx, { path }, ground) => groupOfCase(person(tx), ground, path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/group',
    summary: 'Record a group of the list on a case, or take the record away',
    permission: may('direct-case', ofCase),
    audit: insideCommand,
    input: { path: byId, query: null, body: recordGroupInput },
    answer: caseGroup,
    async handle(tx, { path, body }, ground) {
      await recordGroup(person(tx), ground, path.id, body);
      return await groupOfCase(person(tx), ground, path.id);
    },
  }),
];
