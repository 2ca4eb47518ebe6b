import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { toasts } from '../ui/toasts.ts'
import styles from './toast-stack.module.css'

/** Messages at the foot of the window, announced to screen readers. */
export function ToastStack({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Toast.Provider toastManager={toasts} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={styles['viewport']}>
          <Messages />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Messages(): ReactNode {
  const { toasts: shown } = Toast.useToastManager()
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={styles['toast']}
      data-message
      data-type={toast.type}
      swipeDirection={[]}
    >
      <div className={styles['words']}>
        <Toast.Title className={styles['title']} />
        <Toast.Description className={styles['description']} />
      </div>
      {toast.actionProps && <Toast.Action className={styles['action']} />}
      {/* Base UI's own close button hides from assistive technology until the stack is pointed at. */}
      <button
        type="button"
        className={styles['close']}
        aria-label="Close message"
        onClick={() => toasts.close(toast.id)}
      >
        <X size={14} />
      </button>
    </Toast.Root>
  ))
}
