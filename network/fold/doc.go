// Package fold compares texts without regard to typesetting.
//
// Its words:
//
//   - folded text: a text in which typesetting makes no difference. Quotes and
//     dashes are plain, each run of white space is one space, letters are
//     composed, ligatures are taken apart, and what nobody sees is left out.
//     Case and accents stay.
//   - letters: folded text without spaces, quotes and punctuation, as UTF-16
//     code units. It is the same however a page breaks, boxes or marks a text.
//   - fingerprint: the length and a hash of some letters.
//
// web/anchor does the same in JavaScript. Both read signs.json, of which
// web/anchor/signs.js is generated, and both are tested with testdata/cases.json.
package fold
