// Package question answers what readers ask of a network: which chains lead
// from one node to another, who would lose theirs without something, and how
// much a node stands between others. Questions and answers are JSON; they say
// what is so, and leave the words to the page.
//
// Every question is asked of the network as a reader sees it. What is hidden by
// a filter doesn't count, and what doesn't hold at the chosen date doesn't; a
// focus is only a way of looking. Answers count what is documented: arithmetic
// on the sources, and no prediction.
//
// A question is an object with what it asks and the page's state, of which it
// reads hide, asOf, remove, chain and size:
//
//	{"ask": "chain", "state": {"chain": {"from": "a", "to": "b"}, …}}
//	{"ask": "without", "state": {"remove": ["a", "r1"], …}}
//	{"ask": "legal", "state": {"asOf": "2019", …}}
//	{"ask": "measure", "state": {"size": "degree", …}}
//
// The answers are [ChainAnswer] and [MeasureAnswer], of the network without what
// remove names; [WithoutAnswer], from the network's root; and [LegalAnswer]. A
// question that can't be answered gives {"fault": "why"}.
package question
