// Package suggest reads the sentence around words that an author selects, and
// suggests what a claim that rests on them may say of itself: how firmly the
// source makes it, who says it, and when. It decides nothing: what the words don't
// settle it leaves empty, and it never suggests that a claim is stated.
//
// Its words are those of package lint, which warns of the same.
package suggest
