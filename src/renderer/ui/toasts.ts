import { Toast } from '@base-ui/react/toast'

/** The one stack of messages at the foot of the window. */
export const toasts = Toast.createToastManager()
