import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import * as contract from '../contract.ts';
import { may } from '../policy.ts';
import { pagingStateOf } from '../queries/paging-state.ts';
import { keepLogo, readLogo } from '../settings/logo.ts';
import { readSettings } from '../settings/read-settings.ts';
import { saveSetting } from '../settings/save-setting.ts';
import { sendTestMail } from '../settings/test-mail.ts';

const none = { path: null, query: null, body: null } as const;

/** The doors of the settings: all subjects read together, each saved alone. */
export const settingsRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/settings',
    summary: 'What this community has set, subject by subject, without its secrets',
    permission: may('change-settings'),
    audit: { none: 'settings, no content' },
    input: none,
    answer: contract.settings,
    handle: (tx, _, ground) => readSettings(tx, ground),
  }),
  route({
    method: 'POST',
    path: '/api/v1/settings',
    summary: 'Save one subject, unless somebody else saved it since it was read',
    permission: may('change-settings'),
    audit: {
      act: 'setting-changed',
      recordKind: 'community',
      recordId: () => null,
      facts: (input) => ({ subject: input.body.subject }),
    },
    input: { path: null, query: null, body: contract.saveSettingInput },
    answer: contract.savedSetting,
    handle: async (tx, input, ground) => ({
      version: await saveSetting(tx as Tx<PersonActor>, ground, input.body),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/settings/logo',
    summary: 'Keep the community’s logo, made anew from the image that is sent',
    permission: may('change-settings'),
    audit: {
      act: 'setting-changed',
      recordKind: 'community',
      recordId: () => null,
      facts: () => ({ subject: 'logo' }),
    },
    input: { path: null, query: null, body: 'form' },
    answer: 'nothing',
    prepare: (_, { body }) => readLogo(body),
    handle(tx, { prepared }, ground) {
      if (!prepared) throw invalid({ logo: 'not-an-image' });
      return keepLogo(tx as Tx<PersonActor>, ground, prepared);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/settings/logo',
    summary: 'Show no logo any more',
    permission: may('change-settings'),
    audit: {
      act: 'setting-changed',
      recordKind: 'community',
      recordId: () => null,
      facts: () => ({ subject: 'logo' }),
    },
    input: none,
    answer: 'nothing',
    handle: (tx, _, ground) => keepLogo(tx as Tx<PersonActor>, ground, null),
  }),
  route({
    method: 'GET',
    path: '/api/v1/settings/paging-state',
    summary: 'Who would be told now, and which pages did not get through',
    permission: may('change-settings'),
    audit: { none: 'colleagues, no content' },
    input: none,
    answer: contract.pagingState,
    handle: (tx, _, ground) => pagingStateOf(tx, ground),
  }),
  route({
    method: 'POST',
    path: '/api/v1/settings/test-mail',
    summary: 'Send me a test message by the mail server as it is saved',
    permission: may('change-settings'),
    audit: { act: 'test-mail-sent', recordKind: 'community', recordId: () => null },
    input: none,
    answer: z.object({ isTaken: z.boolean() }),
    prepare: (ground, _, actor) => sendTestMail(ground, actor as PersonActor),
    handle: async (_, input) => input.prepared,
  }),
];
