// Package suggest suggests fields of a claim from the sentence around selected words:
// how firmly the source makes the claim, who says so, and when. Fields that the words
// don't decide stay empty, and it never suggests that a claim is stated. It uses the
// word lists of package lint.
package suggest
