package reader

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format/internal/graph"
)

// Options are options for reading a file in a known format, and defaults for what it
// doesn't state.
type Options struct {
	Graph        string        // which graph of a file with several; "" is the first
	Ends         string        // the type of the ends of node-link edges: [EndIDs], [EndIndices], or "" to detect it
	Lang         string        // BCP 47, default language of texts
	Article      *file.Article // the source of quotes; nil if unknown
	Encoding     string        // of files without a byte order mark; "": as declared, or UTF-8
	NodeKind     network.NodeKind
	RelationKind network.RelationKind
	Limits       Limits
}

// DefaultOptions assume nothing that a file doesn't state.
func DefaultOptions() Options {
	return Options{Lang: "en", NodeKind: network.Unknown, RelationKind: "tie", Limits: DefaultLimits()}
}

// Validate returns an error that names an invalid option.
func (o *Options) Validate() error {
	if tag, err := language.Parse(o.Lang); err != nil {
		return fmt.Errorf("unknown language %s: write a BCP 47 language tag, such as en, fa or zh-Hans", graph.Show(o.Lang))
	} else {
		o.Lang = tag.String()
	}
	kinds := make([]string, len(network.NodeKinds))
	for i, k := range network.NodeKinds {
		kinds[i] = string(k)
	}
	if !slices.Contains(kinds, string(o.NodeKind)) {
		return fmt.Errorf("unknown kind of node %s: write one of %s", graph.Show(string(o.NodeKind)), strings.Join(kinds, ", "))
	}
	if network.BuiltIn.RelationKind(o.RelationKind) == nil {
		return fmt.Errorf("unknown kind of relation %s: write for example tie, command or friendship", graph.Show(string(o.RelationKind)))
	}
	if o.Encoding != "" {
		if _, err := encodingNamed(o.Encoding); err != nil {
			return err
		}
	}
	if o.Ends != "" && o.Ends != EndIDs && o.Ends != EndIndices {
		return fmt.Errorf("unknown kind of ends %s: write %s or %s", graph.Show(o.Ends), EndIDs, EndIndices)
	}
	return o.Limits.Validate()
}

// NoSuchGraph returns the diagnostic for a file without the requested graph.
func NoSuchGraph(in *Input, o *Options, names []string) error {
	if o.Graph == "" {
		return in.Diagnostic(0, "", "it has no graph", "choose a file with a network")
	}
	fix := "leave --graph out"
	if names = slices.DeleteFunc(names, func(name string) bool { return name == "" }); len(names) > 0 {
		shown := names[:min(len(names), 8)]
		fix = "name one of: " + graph.Clip(strings.Join(shown, ", "))
	}
	return in.Diagnostic(0, "", "it has no graph "+graph.Show(o.Graph), fix)
}

// Types of the ends of links, as in --ends.
const (
	EndIDs     = "ids"     // ids of nodes: networkx from 2.0, D3 with an id function
	EndIndices = "indices" // positions in the list of nodes, from 0: networkx 1, D3 without one
)
