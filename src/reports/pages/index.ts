export { renderDanger } from './danger.tsx';
export { renderHome } from './home.tsx';
export { renderMailbox } from './mailbox.tsx';
export { type ParsedMessageForm, parseMessageForm } from './parse-message-form.ts';
export { type ParsedReportForm, parseReportForm } from './parse-report-form.ts';
export { type ProblemProps, renderProblem } from './problem.tsx';
export { renderReceipt } from './receipt.tsx';
export { renderReceiptEntry } from './receipt-entry.tsx';
export { type FormFailure, renderReportForm } from './report-form.tsx';
