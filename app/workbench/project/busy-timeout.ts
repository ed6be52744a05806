/** How long a connection waits for another one's lock, in milliseconds. */
export const busyTimeout = 1000
