// What the API takes at most, in the words of docs/limits.md: a test holds the two together.

/** Characters in a glossary's title. */
export const GLOSSARY_TITLE = 100;

/** Characters in a glossary's description. */
export const GLOSSARY_DESCRIPTION = 1_000;

/** Characters in a term's name. */
export const TERM_NAME = 100;

/** Characters in a pronunciation. */
export const PRONUNCIATION = 100;

/** Characters in a definition. */
export const DEFINITION = 2_000;

/** References of a term. */
export const REFERENCES = 5;

/** Characters in a reference's title. */
export const REFERENCE_TITLE = 120;

/** Characters in a reference's address. */
export const REFERENCE_URL = 500;

/** Tags of a term. */
export const TAGS = 10;

/** Characters in a tag. */
export const TAG = 40;

/** Bytes of an image. */
export const IMAGE_BYTES = 5_242_880;

/** Characters in the remark of a report. */
export const REMARK = 500;

/** Characters in the reason of a moderator's decision. */
export const DECISION_REASON = 500;
