import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeClient } from '#contract/client.ts'
import '../ui/base.css'
import '../ui/theme-colours.css'
import { App } from './app.tsx'
import { followAppearance } from './appearance.ts'
import { listenToKeys } from './key-listener.ts'
import { listenToMain } from './main-events.ts'
import { startSession } from './session.ts'
import { ToastStack } from './toast-stack.tsx'
import { notifyError } from '../workspace/notify.ts'

const client = makeClient(window.pacta)
followAppearance()
listenToKeys(client)
listenToMain(client)
startSession(client).catch(notifyError)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      {/* Base UI would add style elements, which the content security policy refuses. */}
      <CSPProvider disableStyleElements>
        <ToastStack>
          <App client={client} />
        </ToastStack>
      </CSPProvider>
    </StrictMode>,
  )
}
