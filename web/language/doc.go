// Package language holds the strings of the interface in every language. A language
// is one file, xx.json, named by its tag. To add a language, add that file; the tests
// compare it with en.json.
//
// Terms:
//
//   - string: a text of the interface. Its key, such as "share.copy", is its group and
//     its name in the group.
//   - placeholder: a part of a string that is filled in, such as {name}.
//   - form: one of the plural forms of a string. The placeholder {n} and the CLDR rules
//     of the language select it.
//     https://cldr.unicode.org/index/cldr-spec/plural-rules
//
// Strings are plain text; markup is in templates. A template writes a string with
// {{say "share.copy"}} or {{say "count.passages" "n" 3}}, a script with
// t('share.copy') of translate.js. A script writes keys in full, or a group with its
// dot as in t(`month.${month}`), so that a page carries only the strings that its
// scripts use; see [Language.Subset].
//
// Findings and refusals, which the command writes in English, are translated in package
// messages, in a file for each language too. The text of a network is in the network's
// language and not in this package.
package language
