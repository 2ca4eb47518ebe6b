import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { answerRequest, type AssetAnswer } from './app-assets.ts'
import type { PrintJobs } from './print-jobs.ts'
import { CONTENT_SECURITY_POLICY, PRINT_SECURITY_POLICY } from './security-policy.ts'

/** Makes `app:` a scheme with an origin of its own. Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built renderer in `root`, and the pages waiting to be printed, under `app://pacta/`. */
export function serveApp(root: string, jobs: PrintJobs): void {
  protocol.handle('app', async ({ method, url }) => respond(answerRequest(root, method, url), jobs))
}

async function respond(answer: AssetAnswer, jobs: PrintJobs): Promise<Response> {
  switch (answer.kind) {
    case 'refused':
      return new Response(undefined, { status: answer.status })
    case 'print': {
      const job = jobs.find(answer.job)
      if (!job) return new Response(undefined, { status: 404 })
      return answer.part === 'style'
        ? reply(job.style, 'text/css; charset=utf-8', PRINT_SECURITY_POLICY)
        : reply(job.page, 'text/html; charset=utf-8', PRINT_SECURITY_POLICY)
    }
    case 'file': {
      const bytes = await readFile(answer.path).catch(() => undefined)
      return bytes
        ? reply(bytes, answer.contentType, CONTENT_SECURITY_POLICY)
        : new Response(undefined, { status: 404 })
    }
  }
}

function reply(body: string | Uint8Array<ArrayBuffer>, contentType: string, policy: string): Response {
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    },
  })
}
