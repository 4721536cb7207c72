// Generated from network/fold/signs.json by go test ./network/fold -update; do not edit.

/** Variants of characters, with the characters that they are folded to. @type {Record<string, string>} */
export const SIGNS = {
  "'": "‘’‚‛ʼ′‹›`´＇",
  "\"": "“”„‟″«»＂",
  "-": "‐‑‒–—―−⸺⸻﹘﹣－",
  "...": "…",
  "ی": "ي",
  "ک": "ك"
};

/** Invisible characters, as a class of a regular expression. */
export const UNSEEN = '[\\u00ad\\u034f\\u061c\\u0640\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff]';

/** Characters that NFKC replaces by letters of the same meaning. */
export const COMPATIBLE = '[\\ufb00-\\ufb06\\ufb13-\\ufb17\\ufb50-\\ufdfb\\ufe70-\\ufefc\\uff01-\\uff5e]';
