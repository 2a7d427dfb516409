/** Where the keyboard goes after an action: the mark (`data-goal`) of an element that may only come with the next painting. */
export type Goal = (mark: string) => void;
