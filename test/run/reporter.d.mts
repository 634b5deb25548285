/** Prints failures in full as they happen, and at the end the counts on one line for the runner. */
export declare const Reporter: Mocha.ReporterConstructor;
