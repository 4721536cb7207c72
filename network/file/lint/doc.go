// Package lint checks a network as an editor would: besides the diagnostics that package file
// finds, it warns about what is probably a mistake.
//
// Its words:
//
//   - rule: one check, in a file of its own, with a name that findings show.
//   - finding: one place that breaks a rule.
//   - error: a finding that keeps the network from being published.
//   - warning: a finding for the author to review. If it is intended, the network's file
//     accepts it, with the reason: “accept: [{rule: …, of: …, why: …}]”.
package lint
