// The embed's strings by language, which the build writes out of the language
// files: see EmbedStrings in ../strings.go.
import type { Strings } from './format.js';

declare const strings: Record<string, Strings>;
export default strings;
