/** Entries of one import of the process that is killed. */
export const importedAtOnce = 3
