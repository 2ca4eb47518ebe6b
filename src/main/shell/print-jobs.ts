/** A page waiting to be printed. */
export interface WaitingPage {
  readonly page: string
  readonly style: string
}

/** Pages waiting to be printed, by a name that only the printer knows. */
export interface PrintJobs {
  add(job: string, page: WaitingPage): void
  find(job: string): WaitingPage | undefined
  remove(job: string): void
}

/** No pages waiting. */
export function printJobs(): PrintJobs {
  const waiting = new Map<string, WaitingPage>()
  return {
    add: (job, page) => {
      waiting.set(job, page)
    },
    find: (job) => waiting.get(job),
    remove: (job) => {
      waiting.delete(job)
    },
  }
}
