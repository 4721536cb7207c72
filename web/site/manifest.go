package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
)

// ManifestName is the file of a site that lists every other file in it. The next
// build removes only files that it lists and that are unchanged.
const ManifestName = "proxynet.sha256"

// ManifestHead is the first line of every manifest that proxynet writes.
const ManifestHead = "# The files that proxynet wrote here; the next build replaces no others. Verify: sha256sum -c " + ManifestName

// Sums returns the SHA-256 of every file, by its path. A file has several while a build
// replaces it.
func Sums(files map[string][]byte) map[string][]string {
	sums := make(map[string][]string, len(files))
	for name, data := range files {
		sum := sha256.Sum256(data)
		sums[name] = []string{hex.EncodeToString(sum[:])}
	}
	return sums
}

// Manifest returns the manifest of files in the format of sha256sum, sorted by path.
func Manifest(sums map[string][]string) []byte {
	var b bytes.Buffer
	b.WriteString(ManifestHead + "\n")
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		for _, sum := range sums[name] {
			fmt.Fprintf(&b, "%s  %s\n", sum, name)
		}
	}
	return b.Bytes()
}
