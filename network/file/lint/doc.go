// Package lint looks a network over as an editor would: beside the faults that
// keep a file from being a network at all, which package file finds, it warns
// of what is probably not meant.
//
// Its words:
//
//   - rule: one thing that is looked for, in a file of its own, with a name by which it is told.
//   - finding: one place at which a rule is broken.
//   - error: a finding that keeps the network from being published.
//   - warning: a finding that an author should look at. One that is meant so is accepted in the
//     network's file, with the reason: “accept: [{rule: …, of: …, why: …}]”.
package lint
