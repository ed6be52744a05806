/** The ways between page and main process, as the preload script and the main process both name them. */
export const callChannel = 'verbatim:call'
export const eventChannel = 'verbatim:event'
/** Asks for a ticket for a file that was dropped on the page; the preload script alone names its path. */
export const placeChannel = 'verbatim:place'
