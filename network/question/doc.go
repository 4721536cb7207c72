// Package question answers readers' questions about a network: the chains from one node
// to another, the chains that are lost when something is removed, and the centrality of
// nodes. Questions and answers are JSON without sentences, which the page writes.
//
// Questions are about the network that the reader sees. Hidden nodes and relations don't
// count, and neither do claims that don't hold at the chosen date; a focus changes
// nothing. Answers are arithmetic on documented relations, not predictions.
//
// A question is an object with its kind and the page's state. It reads the fields hide,
// asOf, remove, chain and size:
//
//	{"ask": "chain", "state": {"chain": {"from": "a", "to": "b"}, …}}
//	{"ask": "without", "state": {"remove": ["a", "r1"], …}}
//	{"ask": "legal", "state": {"asOf": "2019", …}}
//	{"ask": "measure", "state": {"size": "degree", …}}
//
// The answers are [ChainAnswer] and [MeasureAnswer], of the network without what
// remove names; [WithoutAnswer], from the network's root; and [LegalAnswer]. A
// question that can't be answered gives {"error": "why"}.
package question
