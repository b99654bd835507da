import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { byId, insideCommand, ofCase, person } from '../change-of-case.ts';
import { may as mayWithCase } from '../policy.ts';
import * as contract from './contract.ts';
import { beginMeeting, bringCase, callMeeting, callOffMeeting, endMeeting, noteAttendance } from './hold-meeting.ts';
import { writeMinutesInput } from './minutes-contract.ts';
import { may, relationToMeeting } from './policy.ts';
import { caseMinutesOf, meetingPageOf, meetingsOf } from './present-meeting.ts';
import { writeMinutes } from './write-minutes.ts';

type ById = { path: { id: string } };
const none = { path: null, query: null, body: null } as const;
const ofMeeting = (tx: Tx, input: ById) => relationToMeeting(tx, input.path.id);
const byItem = z.strictObject({ id: z.uuid(), caseId: z.uuid() });

type Act<Body> = (tx: Tx<PersonActor>, ground: Ground, id: string, body: Body) => Promise<void>;

/** An act of whoever chairs; all of them answer with the meeting as it is now. */
const chaired = <B extends z.ZodType>(name: string, summary: string, body: B, act: Act<z.output<B>>): AnyRoute =>
  route({
    method: 'POST',
    path: `/api/v1/meetings/{id}/${name}`,
    summary,
    permission: may('chair-meeting', ofMeeting),
    audit: insideCommand,
    input: { path: byId, query: null, body },
    answer: contract.meetingPage,
    async handle(tx, input, ground) {
      await act(person(tx), ground, input.path.id, input.body as z.output<B>);
      return await meetingPageOf(person(tx), ground, input.path.id);
    },
  });

/** The doors of the team's meetings. */
export const meetingRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/meetings',
    summary: 'The meetings to which I am asked; for a coordinator all',
    permission: may('see-meetings'),
    audit: { none: 'dates and names of meetings, no content' },
    input: none,
    answer: contract.meetingList,
    handle: (tx) => meetingsOf(person(tx)),
  }),
  route({
    method: 'POST',
    path: '/api/v1/meetings',
    summary: 'Call a meeting; whoever calls it chairs it',
    permission: may('call-meeting'),
    audit: insideCommand,
    input: { path: null, query: null, body: contract.callMeetingInput },
    answer: contract.meetingPage,
    status: 201,
    async handle(tx, input, ground) {
      return await meetingPageOf(person(tx), ground, await callMeeting(person(tx), ground, input.body));
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/meetings/{id}',
    summary: 'A meeting with its agenda; titles only where a key is held',
    permission: may('open-meeting', ofMeeting),
    audit: { act: 'meeting-opened-to-read', recordKind: 'meeting', recordId: (input: ById) => input.path.id },
    input: { path: byId, query: null, body: null },
    answer: contract.meetingPage,
    handle: (tx, input, ground) => meetingPageOf(person(tx), ground, input.path.id),
  }),
  chaired('beginning', 'Begin with those who are there; the agenda stands', contract.attendMeetingInput, beginMeeting),
  chaired('attendance', 'Note who came or left', contract.attendMeetingInput, noteAttendance),
  chaired('closing', 'Close the meeting; nothing is passed over', contract.endMeetingInput, endMeeting),
  chaired('calling-off', 'Call off a meeting that has not begun', contract.callOffInput, callOffMeeting),
  route({
    method: 'POST',
    path: '/api/v1/meetings/{id}/items',
    summary: 'Bring a further case before a running meeting',
    permission: may('bring-case', (tx, input: ById & { body: { caseId: string } }) =>
      relationToMeeting(tx, input.path.id, input.body.caseId),
    ),
    audit: insideCommand,
    input: { path: byId, query: null, body: contract.addItemInput },
    answer: contract.meetingPage,
    async handle(tx, input, ground) {
      await bringCase(person(tx), ground, input.path.id, input.body);
      return await meetingPageOf(person(tx), ground, input.path.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/meetings/{id}/items/{caseId}/entries',
    summary: 'Write what was said of a case, with the actions that were decided',
    permission: may('write-minutes', (tx, input: { path: { id: string; caseId: string } }) =>
      relationToMeeting(tx, input.path.id, input.path.caseId),
    ),
    audit: insideCommand,
    input: { path: byItem, query: null, body: writeMinutesInput },
    answer: contract.meetingPage,
    async handle(tx, input, ground) {
      await writeMinutes(person(tx), ground, input.path.id, input.path.caseId, input.body);
      return await meetingPageOf(person(tx), ground, input.path.id);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/{id}/minutes',
    summary: 'What meetings said of a case; the reading is logged',
    permission: mayWithCase('open-case', ofCase),
    audit: { act: 'minutes-read', recordKind: 'case', recordId: (input: ById) => input.path.id },
    input: { path: byId, query: null, body: null },
    answer: contract.caseMinutes,
    handle: (tx, input, ground) => caseMinutesOf(person(tx), ground, input.path.id),
  }),
];
