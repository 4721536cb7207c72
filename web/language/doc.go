// Package language holds the interface's words in every language that pages
// are written in. A language is one file, xx.json, named by its tag; adding
// one is adding that file, which the tests then hold against en.json.
//
// Its words:
//
//   - string: what the interface says in one place, by its key, such as
//     "share.copy": the group it stands in, and its name there.
//   - placeholder: where a string takes what only the page knows, such as
//     {name}.
//   - form: one of the strings of a key that counts. Which one is said depends
//     on the placeholder {n} and on the language, by the rules of CLDR.
//     https://cldr.unicode.org/index/cldr-spec/plural-rules
//
// Strings are plain text: what is markup stands in templates. Templates say
// one with {{say "share.copy"}} or {{say "count.passages" "n" 3}}, scripts
// with say('share.copy') of say.js. A script's keys are written out, or end in
// the dot of a group, say(`month.${month}`), so that a page carries just the
// strings that its scripts say; see [Language.Said].
//
// The network's own text is in the network's language and never in here.
package language
