// Package proposal reads claims that somebody else proposes for a network: a
// colleague, a program, or an export of annotations. Each becomes a draft, which an
// author accepts or not. Nothing is accepted by itself, and a draft can be accepted
// only if its quote is in the article, verbatim and once.
//
// A file of proposals is JSON:
//
//	{
//	  "proposals": 1,
//	  "by": "A. Colleague",
//	  "claims": [
//	    {"sort": "relation", "from": "Cyrus Field", "to": "atlantic", "kind": "founding",
//	     "verb": "founded", "status": "stated", "quote": "founded in London in 1856 by Cyrus Field"},
//	    {"sort": "relation", "from": {"label": "John Pender", "kind": "person"}, "to": "atlantic",
//	     "kind": "money", "verb": "pays", "status": "attributed", "speaker": "inquiry", "quote": "…"},
//	    {"sort": "name", "label": "The Agamemnon", "kind": "target", "quote": "the warship Agamemnon"},
//	    {"sort": "event", "label": "The cable breaks", "date": "1858-06", "participants":
//	     [{"node": "atlantic", "role": "owner"}], "quote": "failed when the cable broke"}
//	  ]
//	}
//
// Fields:
//
//   - proposals: the version of this format, 1. by: who proposes, for display.
//   - sort: relation, name (of a node) or event.
//   - quote: the article's own words, in one paragraph. prefix and suffix are the words
//     right before and after, for words that the article has more than once. source is
//     the id of the source, needed only if several have the quote.
//   - from, to, node: the id, label or alias of a node, or {"label", "kind"} of a new one.
//   - kind: the id or label of a kind in the network's vocabulary.
//   - status: as in the network's file; without it the author decides.
//   - speaker: the id or label of a speaker; without it the source's own voice.
//   - note: the proposer's remark, for display.
//
// Web Annotations of the W3C are read too, as a list, a page or a collection:
// highlighted words are proposed as names, and annotations with the motivation
// "linking" between two of them as relations, as RecogitoJS writes them. The tag of a
// highlight is its kind, if the vocabulary has that kind.
package proposal
