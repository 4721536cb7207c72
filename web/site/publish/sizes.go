package publish

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"text/tabwriter"
)

// part is files of a site that serve one purpose.
type part struct {
	name   string
	files  int
	bytes  int // without compressed copies
	brotli int // with Brotli copies instead of the files that have one
	copies int // of all compressed copies
}

// partOf returns the name of the part of a site that a file belongs to.
func partOf(name string) string {
	base := path.Base(name)
	stem, _, _ := strings.Cut(base, ".")
	switch {
	case strings.HasSuffix(base, ".wasm"):
		return stem + " (WebAssembly)"
	case strings.HasPrefix(name, "assets/"), base == "embed.js":
		return "scripts and styles"
	case path.Base(path.Dir(name)) == "evidence":
		return "evidence in parts"
	case strings.HasSuffix(base, ".html"):
		return "pages"
	case strings.HasSuffix(base, ".png"):
		return "pictures (PNG)"
	case strings.HasSuffix(base, ".svg"):
		return "pictures (SVG)"
	case strings.HasSuffix(base, ".json"), strings.HasSuffix(base, ".columns"):
		return "network data"
	}
	return "licences and other files"
}

// weigh returns the parts of a site, the largest first.
func weigh(files map[string][]byte) []part {
	parts := map[string]*part{}
	for name, data := range files {
		whole := strings.TrimSuffix(strings.TrimSuffix(name, ".br"), ".gz")
		p := parts[partOf(whole)]
		if p == nil {
			p = &part{name: partOf(whole)}
			parts[p.name] = p
		}
		if whole != name {
			p.copies += len(data)
			continue
		}
		p.files++
		p.bytes += len(data)
		if packed, ok := files[name+".br"]; ok {
			data = packed
		}
		p.brotli += len(data)
	}
	var all []part
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		all = append(all, *parts[name])
	}
	slices.SortStableFunc(all, func(a, b part) int { return cmp.Compare(b.bytes, a.bytes) })
	return all
}

// PrintSizes prints the size of each part of a site, in kilobytes.
func PrintSizes(w io.Writer, files map[string][]byte) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(t, "files\tkB\tkB as Brotli\tkB of compressed copies\t\n")
	row := func(p part) {
		kB := func(bytes int) string { return fmt.Sprintf("%.1f", float64(bytes)/1e3) }
		fmt.Fprintf(t, "%d\t%s\t%s\t%s\t  %s\n", p.files, kB(p.bytes), kB(p.brotli), kB(p.copies), p.name)
	}
	total := part{name: "in all"}
	for _, p := range weigh(files) {
		row(p)
		total.files += p.files
		total.bytes += p.bytes
		total.brotli += p.brotli
		total.copies += p.copies
	}
	row(total)
	return t.Flush()
}
