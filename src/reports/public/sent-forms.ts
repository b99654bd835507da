import type { Actor } from '../../platform/actor.ts';
import type { Repeatable } from '../../platform/http/idempotency.ts';
import type { ParsedMessageForm, ParsedReportForm } from '../pages/index.ts';

/** A report form on its way, so that whatever goes wrong can give back what was typed, or the receipt if it did arrive. */
export interface SentForm {
  form: ParsedReportForm;
  actor: Actor;
  repeat: Repeatable;
}

const sent = new WeakMap<Request, SentForm>();

export const rememberForm = (request: Request, form: SentForm): void => void sent.set(request, form);
export const sentForm = (request: Request): SentForm | undefined => sent.get(request);

const messages = new WeakMap<Request, ParsedMessageForm>();

/** A message on its way, so that it can be given back. */
export const rememberMessage = (request: Request, form: ParsedMessageForm): void => void messages.set(request, form);
export const sentMessage = (request: Request): ParsedMessageForm | undefined => messages.get(request);
