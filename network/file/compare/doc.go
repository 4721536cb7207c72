// Package compare lists the claims that differ between two versions of a network:
// those that were added, changed or removed, and what changed in each. Lines of the
// file, order and comments do not count.
package compare
