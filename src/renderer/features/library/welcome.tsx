import { FolderOpen } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ChosenFolder, LibraryInfo } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import { Button } from '../../ui/button.tsx'
import { notifyError } from '../../workspace/notify.ts'
import styles from './welcome.module.css'

/** The first screen: a new library in a good place, the sample, or one that is there already. */
export function Welcome({
  client,
  suggested,
  recent,
  onOpened,
}: {
  readonly client: Client
  readonly suggested: ChosenFolder
  readonly recent: readonly ChosenFolder[]
  readonly onOpened: (info: LibraryInfo) => void
}): ReactNode {
  const [folder, setFolder] = useState(suggested)
  const [isBusy, setIsBusy] = useState(false)

  const attempt = (work: () => Promise<LibraryInfo | undefined>): void => {
    setIsBusy(true)
    work()
      .then((info) => info && onOpened(info))
      .catch(notifyError)
      .finally(() => setIsBusy(false))
  }
  const choose = async (): Promise<undefined> => {
    const chosen = await client.invoke('folder.choose', { purpose: 'create' })
    if (chosen) setFolder(chosen)
  }
  const open = async (): Promise<LibraryInfo | undefined> => {
    const chosen = await client.invoke('folder.choose', { purpose: 'open' })
    return chosen && client.invoke('library.open', { token: chosen.token })
  }

  return (
    <main className={styles['welcome']}>
      <div className={styles['column']}>
        <h1>Pacta</h1>
        <p className={styles['lead']}>
          Read an agreement provision by provision, mark what it says and how far it binds, and write briefs
          that can be traced to the article.
        </p>
        <section aria-labelledby="start-new" className={styles['choice']}>
          <h2 id="start-new">Start a library</h2>
          <p>
            A library is a folder of yours that holds everything you import and write. Nothing in it ever
            leaves this computer.
          </p>
          <div className={styles['folder']}>
            <FolderOpen size={16} aria-hidden="true" />
            <span className={styles['path']} title={folder.path}>
              <bdi>{folder.path}</bdi>
            </span>
            <Button tone="quiet" disabled={isBusy} onClick={() => attempt(choose)}>
              Choose another folder…
            </Button>
          </div>
          <div className={styles['buttons']}>
            <Button
              tone="primary"
              disabled={isBusy}
              onClick={() => attempt(() => client.invoke('library.create', { token: folder.token }))}
            >
              Create library here
            </Button>
            <Button disabled={isBusy} onClick={() => attempt(() => client.invoke('library.openSample'))}>
              Explore the sample library
            </Button>
            <Button tone="quiet" disabled={isBusy} onClick={() => attempt(open)}>
              Open a library…
            </Button>
          </div>
        </section>
        {recent.length > 0 && (
          <section aria-labelledby="recent" className={styles['choice']}>
            <h2 id="recent">Opened before</h2>
            <ul>
              {recent.map(({ token, path }) => (
                <li key={token}>
                  <button
                    type="button"
                    className={styles['recent']}
                    disabled={isBusy}
                    title={path}
                    onClick={() => attempt(() => client.invoke('library.open', { token }))}
                  >
                    <strong>{lastPart(path)}</strong>
                    <span className={styles['path']}>
                      <bdi>{path}</bdi>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  )
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path
}
