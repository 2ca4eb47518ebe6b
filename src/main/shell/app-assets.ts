import { extname, join, normalize, sep } from 'node:path'

/** What a request for one of the app's own addresses is answered with. */
export type AssetAnswer =
  | { readonly kind: 'file'; readonly path: string; readonly contentType: string }
  /** A page waiting to be printed, or its style. */
  | { readonly kind: 'print'; readonly job: string; readonly part: 'page' | 'style' }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404 | 405 }

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const PRINT_JOB = /^\/print-job\/([\w-]+)(\.css)?$/

/**
 * Decides what an `app://` request gets: a file of the built renderer, a print job, or a refusal. Only GET, only
 * our host, only below `root`, only known types.
 */
export function answerRequest(root: string, method: string, address: string): AssetAnswer {
  if (method !== 'GET') return { kind: 'refused', status: 405 }
  const url = URL.parse(address)
  if (url?.protocol !== 'app:' || url.host !== 'pacta') return { kind: 'refused', status: 403 }
  const pathname = decode(url.pathname)
  if (pathname === undefined || pathname.includes('\0')) return { kind: 'refused', status: 400 }
  const job = PRINT_JOB.exec(pathname)
  if (job?.[1] !== undefined)
    return { kind: 'print', job: job[1], part: job[2] === undefined ? 'page' : 'style' }
  const path = normalize(join(root, pathname === '/' ? 'index.html' : pathname))
  const contentType = CONTENT_TYPES[extname(path)]
  if (!path.startsWith(root + sep)) return { kind: 'refused', status: 403 }
  return contentType === undefined ? { kind: 'refused', status: 404 } : { kind: 'file', path, contentType }
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
