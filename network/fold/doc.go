// Package fold compares texts without regard to typesetting.
//
// Its words:
//
//   - folded text: a text with normalised typesetting. Quotes and dashes are plain,
//     each run of white space is one space, letters are composed, ligatures are
//     decomposed, and invisible characters are dropped. Case and accents stay.
//   - letters: folded text without spaces, quotes and punctuation, as UTF-16 code
//     units. It does not depend on how a page breaks, boxes or marks a text.
//   - fingerprint: the length and a hash of some letters.
//
// web/anchor does the same in JavaScript. Its signs.js is generated from signs.json, and
// testdata/cases.json tests both.
package fold
