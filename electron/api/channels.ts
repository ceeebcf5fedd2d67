/** The two ways between page and main process. */
export const callChannel = 'four-ones:call'
export const eventChannel = 'four-ones:event'
