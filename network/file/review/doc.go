// Package review reads and changes the file in which editors and lawyers sign claims
// and leave notes on them. It is in the same folder as the network's file and is never
// published.
//
// A signature holds the hash of the claim as it was signed (see [claims.Claim.Hash]).
// When the claim's words, quotes or denials change, the signature is stale. A claim
// that only gets another id keeps its signature.
//
//	format: 1
//	reviews: cable
//	signed:
//	  - of: field-founds
//	    by: A. Lawyer
//	    on: 2026-11-27
//	    hash: 0f3a6d1c2b4e5f60718a
//	notes:
//	  - of: field-founds
//	    by: A. Lawyer
//	    on: 2026-11-27
//	    text: Is 1856 in the register?
//	    done: true
package review
