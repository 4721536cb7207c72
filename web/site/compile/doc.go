// Package compile compiles the programs of a site with the Go toolchain, from a
// checkout of proxynet, and collects the licences of what is linked into them.
package compile
