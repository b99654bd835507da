export { deliverPages, forgetPages } from './deliver-pages.ts';
export { keepPagerNumber, type PagerNumber, pagerNumberOf, peopleWithPager } from './numbers.ts';
export { acknowledgePages, type PageState, pagesAbout, postPage, troubledPages } from './outbox.ts';
export { type PageCarrier, type Webhook, webhookCarrier } from './send-page.ts';
