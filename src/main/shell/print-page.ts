import { html } from '../exchange/html.ts'
import type { PrintJob } from '../shell-services.ts'

/** The places in the built `print.html` that a job fills. */
const PLACES = { lang: '%LANG%', title: '%TITLE%', style: '%STYLE%', body: '<!--BODY-->' }

/** Fills the print template. Words are escaped; the body was made as safe HTML already. */
export function printPage(template: string, job: PrintJob, styleAddress: string): string {
  return template
    .replace(PLACES.lang, () => html`${job.language}`.html)
    .replace(PLACES.title, () => html`${job.title}`.html)
    .replace(PLACES.style, () => html`${styleAddress}`.html)
    .replace(PLACES.body, () => job.body)
}
