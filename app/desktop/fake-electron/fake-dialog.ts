import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxSyncOptions,
  OpenDialogOptions,
  SaveDialogOptions,
} from 'electron'

/** What somebody would choose: paths, and the index of a button. */
export const answers = { open: [] as string[], save: '', box: 0 }
/** What was asked and said, in its order. */
export const boxes: (MessageBoxOptions | MessageBoxSyncOptions)[] = []
export const openDialogs: OpenDialogOptions[] = []
export const saveDialogs: SaveDialogOptions[] = []

/** Stands in for `dialog`: it answers at once. A message box that can be taken away waits until it is, unless answered. */
export const dialog = {
  showMessageBox: async (...args: [unknown, MessageBoxOptions] | [MessageBoxOptions]) => {
    const options = args.length === 2 ? args[1] : args[0]
    const { signal, ...box } = options
    boxes.push(box)
    const waits = signal !== undefined && answers.box === 0
    if (waits) await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return { response: waits ? (options.cancelId ?? 0) : answers.box, checkboxChecked: false }
  },
  showMessageBoxSync: (...args: [unknown, MessageBoxSyncOptions] | [MessageBoxSyncOptions]) => {
    boxes.push(args.length === 2 ? args[1] : args[0])
    return answers.box
  },
  showErrorBox: (message: string, detail: string) => {
    boxes.push({ message, detail })
  },
  showOpenDialog: (...args: [unknown, OpenDialogOptions] | [OpenDialogOptions]) => {
    openDialogs.push(args.length === 2 ? args[1] : args[0])
    return Promise.resolve({ canceled: answers.open.length === 0, filePaths: answers.open })
  },
  showSaveDialog: (...args: [unknown, SaveDialogOptions] | [SaveDialogOptions]) => {
    saveDialogs.push(args.length === 2 ? args[1] : args[0])
    return Promise.resolve({ canceled: answers.save === '', filePath: answers.save })
  },
} satisfies Pick<
  Dialog,
  'showErrorBox' | 'showMessageBox' | 'showMessageBoxSync' | 'showOpenDialog' | 'showSaveDialog'
>
