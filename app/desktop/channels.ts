/** The two ways between page and main process, as the preload script and the main process both name them. */
export const callChannel = 'verbatim:call'
export const eventChannel = 'verbatim:event'
